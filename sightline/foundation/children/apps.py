from django.apps import AppConfig


class ChildrenConfig(AppConfig):
    name = "sightline.foundation.children"
    label = "children"
