from django.apps import AppConfig


class ChronologyConfig(AppConfig):
    name = "sightline.foundation.chronology"
    label = "chronology"
