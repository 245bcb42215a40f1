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
LOCAL_HOSTS = "" if MODE == "production" else "localhost 127.0.0.1 testserver"
ALLOWED_HOSTS = os.environ.get("SIGHTLINE_HOSTS", LOCAL_HOSTS).split()
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
    "sightline.foundation.notes",
    "sightline.foundation.visits",
    "sightline.foundation.oversight",
    "sightline.foundation.plans",
    "sightline.foundation.recording",
    "sightline.foundation.meetings",
    "sightline.foundation.panels",
    "sightline.foundation.agreements",
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
    "sightline.foundation.documents.middleware.KeepsDrafts",  # before the request's transaction: commits by itself
    "sightline.foundation.access.middleware.RecordTransaction",
    "sightline.foundation.workforce.sign_in.idle.IdleLock",  # inside it: a lock and its event are one
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
                "sightline.foundation.workforce.shell.shell",
                *(["sightline.demo.sign_ins.beside_sign_in"] if MODE == "demonstration" else []),
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
LOGIN_URL, LOGIN_REDIRECT_URL = "account_login", "/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
     "OPTIONS": {"user_attributes": ("email", "name")}},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]  # fmt: skip
PASSWORD_RESET_TIMEOUT = 3 * 24 * 60 * 60  # seconds; how long the first sign-in link of a new colleague works
IDLE_LOCK_MINUTES = min(int(os.environ.get("SIGHTLINE_IDLE_LOCK_MINUTES", "15")), 30)  # security goals, F2
ACCOUNT_ADAPTER = "sightline.foundation.workforce.sign_in.account.Account"
ACCOUNT_FORMS = {
    "login": "sightline.foundation.workforce.forms.sign_in.SignInForm",
    "reauthenticate": "sightline.foundation.workforce.forms.sign_in.ConfirmPasswordForm",
}
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]  # never asked: there is no sign-up; the library checks that they fit
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 5 * 60  # seconds; security goals, F2
ACCOUNT_RATE_LIMITS = False  # by address: they would shut out an office; axes counts on the account instead
MFA_ADAPTER = "sightline.foundation.workforce.sign_in.second_factor.SecondFactor"
MFA_SUPPORTED_TYPES = ["totp", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_RATE_LIMITS = False
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = MODE != "production"  # a demonstration on localhost has no certificate
MFA_FORMS = {
    "authenticate": "sightline.foundation.workforce.forms.second_factor.CodeForm",
    "reauthenticate": "sightline.foundation.workforce.forms.second_factor.ConfirmCodeForm",
    "activate_totp": "sightline.foundation.workforce.forms.second_factor.FirstCodeForm",
    "add_webauthn": "sightline.foundation.workforce.forms.passkeys.PasskeyForm",
    "authenticate_webauthn": "sightline.foundation.workforce.forms.passkeys.SentPasskey",
    "login_webauthn": "sightline.foundation.workforce.forms.passkeys.SignInPasskey",
    "reauthenticate_webauthn": "sightline.foundation.workforce.forms.passkeys.ConfirmPasskey",
}
AXES_FAILURE_LIMIT, AXES_COOLOFF_TIME = 10, 1  # guesses an account an hour; security goals, F1
AXES_LOCKOUT_PARAMETERS = ["username"]
AXES_USERNAME_CALLABLE = "sightline.foundation.workforce.sign_in.throttle.account_of"
AXES_CLIENT_IP_CALLABLE = "sightline.foundation.workforce.sign_in.throttle.no_address"
AXES_SENSITIVE_PARAMETERS = ["login", "email", "username", "password", "code"]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
SILENCED_SYSTEM_CHECKS = [
    "axes.W002",  # its middleware tells a throttled account apart from a wrong password; our form does not
    "axes.W006",  # counting by address would shut out an office; counting by account cannot be got round
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
if MODE == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # argon2 costs 220 ms a hash

DATA_UPLOAD_MAX_MEMORY_SIZE = 6_000_000  # bytes of text in one post; a draft holds a million characters
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000
FILE_UPLOAD_HANDLERS = [
    "sightline.foundation.documents.receiving.SkipsLargeFiles",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

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
if MODE == "test":  # pages are tested as they are written, without gathering their files first
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    WHITENOISE_AUTOREFRESH = WHITENOISE_USE_FINDERS = True
# It holds what must not be forgotten early: codes used once, and how often strangers tried. By default Django drops a
# third of it beyond 300 entries.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache_entry",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

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
SIGHTLINE_PROXIES = frozenset(os.environ.get("SIGHTLINE_PROXIES", "127.0.0.1").replace(",", " ").split())  # ours
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = MODE == "production"
SESSION_COOKIE_NAME = "__Host-session" if MODE == "production" else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if MODE == "production" else "csrf"
SESSION_ENGINE = "sightline.foundation.workforce.sign_in.sessions"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds; a working day, however active
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

LOGGING = logging_settings(os.environ.get("SIGHTLINE_LOG_LEVEL", "INFO"))

SIGHTLINE_AREAS = AREAS
SIGHTLINE_BRAND_COLOUR = os.environ.get("SIGHTLINE_BRAND_COLOUR", "")  # #rrggbb; ours where none is given
SIGHTLINE_SOURCE = os.environ.get("SIGHTLINE_SOURCE", "")  # where people get the source of what runs here: the licence
SIGHTLINE_PREFERRED_WORDS = os.environ.get(
    "SIGHTLINE_PREFERRED_WORDS", str(ROOT / "sightline/config/preferred_words.csv")
)
SIGHTLINE_VOCABULARY = os.environ.get("SIGHTLINE_VOCABULARY", str(ROOT / "sightline/config/vocabulary.csv"))
SIGHTLINE_CHILDREN = int(os.environ.get("SIGHTLINE_CHILDREN", "0"))  # who live in the area, for rates; 0: not said
SIGHTLINE_PRACTICE_MODEL = os.environ.get(
    "SIGHTLINE_PRACTICE_MODEL", str(ROOT / "sightline/practice/assessment/data/practice_model.csv")
)
SIGHTLINE_WHAT_WE_NEED_TO_KNOW = os.environ.get(
    "SIGHTLINE_WHAT_WE_NEED_TO_KNOW", str(ROOT / "sightline/practice/front_door/data/what_we_need_to_know.csv")
)

# The seal of the audit: its key, and the heads that are kept outside the database. See docs/explanation/the-seal.md.
SEAL_KEY_FILE = Path(os.environ.get("SIGHTLINE_SEAL_KEY_FILE") or STATE / "seal" / "key")
SEAL_HEAD_FILE = Path(os.environ.get("SIGHTLINE_SEAL_HEAD_FILE") or STATE / "seal" / "heads.jsonl")
