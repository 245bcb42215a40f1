from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "sightline.assurance.returns"
    label = "returns"
