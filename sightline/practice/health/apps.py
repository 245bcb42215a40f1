from django.apps import AppConfig


class HealthConfig(AppConfig):
    name = "sightline.practice.health"
    label = "health"
