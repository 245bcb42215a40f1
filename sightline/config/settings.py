"""Settings of every process; what differs between machines comes from the environment or from files it names."""

import os
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from sightline.config.areas import AREAS
from sightline.config.database.addresses import database_settings
from sightline.config.logging import logging_settings

ROOT = Path(__file__).resolve().parents[2]
STATE = Path(os.environ.get("SIGHTLINE_STATE", ROOT / ".local"))
MODE = os.environ.get("SIGHTLINE_MODE", "production")  # production, demonstration or test
DEBUG = os.environ.get("SIGHTLINE_DEBUG", "") == "1"


def secret(name: str, otherwise: str = "") -> str:
    """A secret from the file that NAME_FILE points at, so that it never stands in an environment dump."""
    path = os.environ.get(f"{name}_FILE")
    return Path(path).read_text().strip() if path else otherwise


SECRET_KEY = secret("SIGHTLINE_SECRET_KEY", "" if MODE == "production" else "demonstration-only-" + "x" * 50)
SECRET_KEY_FALLBACKS = [key for key in secret("SIGHTLINE_SECRET_KEY_FALLBACKS").split() if key]
ALLOWED_HOSTS = os.environ.get("SIGHTLINE_HOSTS", "localhost 127.0.0.1 testserver").split()
CSRF_TRUSTED_ORIGINS = os.environ.get("SIGHTLINE_ORIGINS", "").split()

INSTALLED_APPS = [
    "sightline.foundation.access",  # before Django's own: its migrate command also protects the tables
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "csp",
    "django_htmx",
    "procrastinate.contrib.django",
    "sightline.config",
    "sightline.ui",
    "sightline.foundation.workforce",
    "sightline.foundation.children",
    "sightline.foundation.audit_trail",
    "sightline.foundation.timescales",
    "sightline.foundation.chronology",
    "sightline.foundation.documents",
    "sightline.foundation.oversight",
    "sightline.foundation.search",
    *[area.rpartition(".")[0] for area in AREAS if area.startswith(("sightline.practice", "sightline.assurance"))],
    "sightline.demo",
]
MIDDLEWARE = [
    "sightline.config.health.Health",
    "sightline.config.request_log.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "sightline.foundation.access.middleware.RecordTransaction",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "sightline.config.urls"
WSGI_APPLICATION = "sightline.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "sightline.ui.shell.authority",
            ],
            "builtins": ["sightline.ui.templatetags.ui"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": database_settings()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "workforce.Practitioner"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
if MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # argon2 costs 220 ms a hash

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

STATIC_URL = "/static/"
STATIC_ROOT = STATE / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": STATE / "files"}},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache_entry"}}

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF, NONCE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "manifest-src": [SELF],
    }
}
CSRF_FAILURE_VIEW = "sightline.ui.errors.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = MODE == "production"
SECURE_HSTS_SECONDS = 31536000 if MODE == "production" else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = MODE == "production"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = MODE == "production"
SESSION_COOKIE_NAME = "__Host-session" if MODE == "production" else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if MODE == "production" else "csrf"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds; a working day, however active
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

LOGGING = logging_settings(os.environ.get("SIGHTLINE_LOG_LEVEL", "INFO"))

SIGHTLINE_AREAS = AREAS
SIGHTLINE_VOCABULARY = os.environ.get("SIGHTLINE_VOCABULARY", str(ROOT / "sightline/config/vocabulary.csv"))
