from django.apps import AppConfig


class TimescalesConfig(AppConfig):
    name = "sightline.foundation.timescales"
    label = "timescales"
