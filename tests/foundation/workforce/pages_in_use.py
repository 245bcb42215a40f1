"""Using pages as people do: reading them, and sending their forms."""

from datetime import date
from typing import Any

from tests.builders.documents import person
from tests.builders.workforce import involve


def page(client: Any, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, response
    return str(response.content.decode())


def child_of(desk: Any, name: str = "Tia") -> Any:
    child = person(name, "Bright")
    involve(child, practitioner=desk.worker)
    return child


def send(client: Any, address: str, **answers: Any) -> Any:
    form = client.get(address).context["form"]
    sent = {"draft": form.autosave.draft, "draft_version": "0", **answers}
    if "seen_version" in form.fields:
        sent["seen_version"] = str(form["seen_version"].value())
    return client.post(address, sent)


def day(name: str, of: date) -> dict[str, str]:
    return {f"{name}-day": str(of.day), f"{name}-month": str(of.month), f"{name}-year": str(of.year)}
