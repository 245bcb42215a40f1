"""Which database role this process logs in as, and where."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

ADDRESS_OF_PROCESS = {
    "web": "DATABASE_URL",
    "owner": "DATABASE_OWNER_URL",
    "jobs": "DATABASE_JOBS_URL",
    "backup": "DATABASE_BACKUP_URL",
}
LONGEST_WAIT = 5  # seconds for a connection, before a request is told that the database is away


def process() -> str:
    """The kind of this process, as the console command or the service file set it; web unless told otherwise."""
    return os.environ.get("SIGHTLINE_PROCESS", "web")


def database_settings() -> dict[str, Any]:
    """Django's settings of the one connection of this process."""
    options: dict[str, Any] = {"application_name": f"sightline-{process()}"}
    if process() == "web" and os.environ.get("SIGHTLINE_MODE") != "test":
        size = int(os.environ.get("SIGHTLINE_DATABASE_POOL", "8"))
        options["pool"] = {"min_size": 1, "max_size": size, "timeout": LONGEST_WAIT}
    return {
        "ENGINE": "django.db.backends.postgresql",
        **own_parts(),
        "OPTIONS": options,
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,  # a connection that died with its server is replaced, not handed to a request
        "TEST": {"NAME": os.environ.get("SIGHTLINE_TEST_DATABASE", "test_sightline")},
    }


def own_parts() -> dict[str, str]:
    """The pieces of the address of this kind of process; empty ones when it was told of none."""
    return parts(given(ADDRESS_OF_PROCESS[process()]))


def given(variable: str) -> str:
    """An address from the environment, or from the file that VARIABLE_FILE names, since it may hold a password."""
    path = os.environ.get(f"{variable}_FILE")
    return os.environ.get(variable, "") or (Path(path).read_text().strip() if path else "")


def parts(address: str) -> dict[str, str]:
    """The pieces of postgresql://role:password@host:port/name; a socket folder is given as ?host=FOLDER."""
    url = urlsplit(address)
    socket = parse_qs(url.query).get("host", [""])[0]
    return {
        "NAME": unquote(url.path.lstrip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": socket or url.hostname or "",
        "PORT": str(url.port or ""),
    }
