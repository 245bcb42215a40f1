from django.apps import AppConfig


class LeavingCareConfig(AppConfig):
    name = "sightline.practice.leaving_care"
    label = "leaving_care"
