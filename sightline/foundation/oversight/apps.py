from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "sightline.foundation.oversight"
    label = "oversight"
