from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "sightline.foundation.search"
    label = "search"
