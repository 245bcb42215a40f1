"""The interface as a Django app."""

from django.apps import AppConfig
from django.core.checks import register


class UiConfig(AppConfig):
    """Page shell, components and form rendering."""

    name = "sightline.ui"
    label = "ui"
    verbose_name = "Pages and forms"

    def ready(self) -> None:
        """Have a wrong colour or a broken word list refused at start, not met on a page."""
        from sightline.ui.checks import the_authority_can_be_shown

        register(the_authority_can_be_shown)
