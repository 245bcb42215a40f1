from django.apps import AppConfig


class CourtConfig(AppConfig):
    name = "sightline.practice.court"
    label = "court"
