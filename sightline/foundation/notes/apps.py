from django.apps import AppConfig


class NotesConfig(AppConfig):
    name = "sightline.foundation.notes"
    label = "notes"
