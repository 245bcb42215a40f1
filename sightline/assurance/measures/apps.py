from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    name = "sightline.assurance.measures"
    label = "measures"
