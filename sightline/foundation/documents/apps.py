from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "sightline.foundation.documents"
    label = "documents"
