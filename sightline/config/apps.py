from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Registers the checks of the settings."""

    name = "sightline.config"
    label = "config"

    def ready(self) -> None:
        from sightline.config import checks  # noqa: F401
