from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    name = "sightline.practice.assessment"
    label = "assessment"
