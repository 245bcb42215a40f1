from django.apps import AppConfig


class FrontDoorConfig(AppConfig):
    name = "sightline.practice.front_door"
    label = "front_door"
