from django.apps import AppConfig


class ChildInNeedConfig(AppConfig):
    name = "sightline.practice.child_in_need"
    label = "child_in_need"
