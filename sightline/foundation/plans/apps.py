from django.apps import AppConfig


class PlansConfig(AppConfig):
    name = "sightline.foundation.plans"
    label = "plans"
