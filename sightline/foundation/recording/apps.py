from django.apps import AppConfig


class RecordingConfig(AppConfig):
    name = "sightline.foundation.recording"
    label = "recording"
