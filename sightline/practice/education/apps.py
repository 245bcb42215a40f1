from django.apps import AppConfig


class EducationConfig(AppConfig):
    name = "sightline.practice.education"
    label = "education"
