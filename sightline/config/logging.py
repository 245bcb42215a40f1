"""Structured logs that cannot hold what people typed: one JSON object a line, with keys from a list.

A message is its constant text, never its arguments; an error is its type and where it was raised, never its words,
since a database error quotes the values it refused. Addresses with query strings, bodies and SQL parameters never
enter a log. Who did what is in the audit trail, not here.
"""

import json
import logging
import os
import traceback
from datetime import UTC, datetime
from typing import Any

KEYS = ("route", "method", "status", "milliseconds", "task", "job", "rows", "seconds", "entry", "reason", "timescale")
TEMPLATES = ("django", "gunicorn")  # loggers whose messages are constant texts whenever they have arguments
OUR_CODE = "sightline"


class AllowedKeys(logging.Formatter):
    """Writes a record as JSON with the allowed keys only."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "process": os.environ.get("SIGHTLINE_PROCESS", "web"),
            "logger": record.name,
            "message": constant_text(record),
        }
        line |= {key: value for key in KEYS if (value := getattr(record, key, None)) is not None}
        if record.exc_info and record.exc_info[0] is not None:
            line |= {"error": record.exc_info[0].__name__, "where": where(record.exc_info[2])}
        return json.dumps(line, ensure_ascii=False, default=str)


def constant_text(record: logging.LogRecord) -> str:
    """The message before its arguments are put in; the place in the code when the message may not be constant."""
    origin = record.name.partition(".")[0]
    is_constant = origin == OUR_CODE or (origin in TEMPLATES and bool(record.args))
    if is_constant and isinstance(record.msg, str):
        return record.msg
    return f"{record.module}.{record.funcName}:{record.lineno}"


def where(trace: Any) -> list[str]:
    """The steps of our own code, and the last step of all, that led to an error: file, line and function."""
    steps = traceback.extract_tb(trace)
    ours = [step for step in steps[:-1] if f"/{OUR_CODE}/" in step.filename] + steps[-1:]
    return [f"{step.filename.rpartition('/site-packages/')[2]}:{step.lineno} {step.name}" for step in ours]


def logging_settings(level: str = "INFO") -> dict[str, Any]:
    """Python's logging settings: everything through one handler, to the standard error stream."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"allowed": {"()": "sightline.config.logging.AllowedKeys"}},
        "handlers": {"stream": {"class": "logging.StreamHandler", "formatter": "allowed"}},
        "root": {"handlers": ["stream"], "level": "WARNING"},
        "loggers": {
            "sightline": {"level": level},
            "gunicorn.error": {"level": level, "handlers": [], "propagate": True},
            "django": {"level": "WARNING", "handlers": [], "propagate": True},
            "django.request": {"level": "ERROR"},  # refusals are ordinary; the line of each request says them
            "django.server": {"level": "WARNING", "handlers": [], "propagate": True},
        },
    }
