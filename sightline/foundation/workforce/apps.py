from django.apps import AppConfig


class WorkforceConfig(AppConfig):
    name = "sightline.foundation.workforce"
    label = "workforce"
