from django.apps import AppConfig


class PanelsConfig(AppConfig):
    name = "sightline.foundation.panels"
    label = "panels"
