"""Address converters: each names what its key is a key of, so that tests can make real addresses for every route."""

from django.urls import register_converter
from django.urls.converters import UUIDConverter

KINDS = ("child", "person", "practitioner", "team", "draft", "file", "fact", "opening")


def register() -> None:
    """Register one converter for each kind of key; all are UUIDs."""
    for kind in KINDS:
        register_converter(type(f"{kind.title()}Converter", (UUIDConverter,), {"kind": kind}), kind)
