from django.apps import AppConfig


class AgreementsConfig(AppConfig):
    name = "sightline.foundation.agreements"
    label = "agreements"
