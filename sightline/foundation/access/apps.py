from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "sightline.foundation.access"
    label = "access"
