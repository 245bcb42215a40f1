from django.apps import AppConfig


class ChildProtectionConfig(AppConfig):
    name = "sightline.practice.child_protection"
    label = "child_protection"
