"""`sightline templates`: compiles every page of every app, so that a slip is found before the page is visited."""

import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1]


def run(_: list[str]) -> int:
    """Compile all; gives 1, with a line for each fault, if any does not."""
    import django

    django.setup()
    found = list(faults())
    sys.stderr.writelines(f"{fault}\n" for fault in found)
    return 1 if found else 0


def faults() -> Iterator[str]:
    """A sentence for each template that does not compile."""
    from django.template import TemplateDoesNotExist, TemplateSyntaxError
    from django.template.loader import get_template
    from jinja2 import TemplateError

    from sightline.ui import compiled

    for name in sorted(names()):
        try:
            get_template(name)
        except (TemplateSyntaxError, TemplateDoesNotExist) as fault:
            yield f"{name}: {fault}"
    for name in compiled.names():
        try:
            compiled.environment().get_template(name)
        except TemplateError as fault:
            yield f"ui/pieces/{name}: {fault}"


def names() -> set[str]:
    """The name of every template under the package, as pages ask for it."""
    folders = [folder for folder in PACKAGE.rglob("templates") if folder.is_dir()]
    return {str(file.relative_to(folder)) for folder in folders for file in folder.rglob("*.html")}
