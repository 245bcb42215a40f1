from django.apps import AppConfig


class CareConfig(AppConfig):
    name = "sightline.practice.care"
    label = "care"
