from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "sightline.foundation.meetings"
    label = "meetings"
