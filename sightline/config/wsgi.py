"""The web process: refuses to start when it would not be safe, then answers."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sightline.config.settings")
application = get_wsgi_application()

from sightline.config.refusals import refuse_if_unsafe  # noqa: E402  it asks models, which are there only now

refuse_if_unsafe()
