from django.apps import AppConfig


class VisitsConfig(AppConfig):
    name = "sightline.foundation.visits"
    label = "visits"
