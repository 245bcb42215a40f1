from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "sightline.foundation.access"
    label = "access"

    def ready(self) -> None:
        """Register the start-up check of routes."""
        from sightline.foundation.access import checks  # noqa: F401 - importing registers the check
