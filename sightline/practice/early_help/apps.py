from django.apps import AppConfig


class EarlyHelpConfig(AppConfig):
    name = "sightline.practice.early_help"
    label = "early_help"
