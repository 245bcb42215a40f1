"""A site of one page for the browser tests: the gallery, with a server that answers autosave as told. No database."""

import time
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import include, path

from sightline.ui import views
from sightline.ui.components import Link
from sightline.ui.shell import Lock, SearchBox, Shell

PASSWORD = "right horse"


@dataclass
class Server:
    """What the server holds and how it answers next."""

    version: int = 0
    saved: dict[str, Any] = field(default_factory=dict)
    idle: str = ""
    conflict: dict[str, str] | None = None
    locked: bool = False
    failing: bool = False
    minutes: int = 15
    slow: float = 0  # seconds before an answer
    asked: int = 0


server = Server()


def begin_again() -> None:
    """Forget what earlier tests did."""
    server.__dict__.update(Server().__dict__)


def shell(request: HttpRequest) -> dict[str, Any]:
    """The shell of a signed-in person."""
    return {
        "shell": Shell(
            navigation=[Link("My work", "/", current=True), Link("Line of sight", "/sight/")],
            search=SearchBox("/"),
            account="Amina Yusuf",
            sign_out="/out/",
            lock=Lock(server.minutes, "/lock/"),
        )
    }


def gallery(request: HttpRequest) -> HttpResponse:
    """The gallery, whose form saves itself here."""
    return autosave(request) if "autosave" in request.GET else views.gallery(request)


def autosave(request: HttpRequest) -> HttpResponse:
    """An answer of each kind that the script must understand."""
    server.asked += 1
    time.sleep(server.slow)
    if server.locked:
        return JsonResponse({"reauthenticate": "/lock/"}, status=401)
    if server.failing:
        return HttpResponse("broken", status=500)
    if server.conflict:
        theirs, server.conflict = server.conflict, None
        return JsonResponse({"yours": {}, "theirs": theirs, "version": 9}, status=409)
    server.version += 1
    server.saved, server.idle = request.POST.dict(), request.headers["X-Seconds-Idle"]
    return JsonResponse({"saved": "10:43", "draft": "a-draft", "version": server.version})


def lock(request: HttpRequest) -> HttpResponse:
    """Lock, unlock, and say which."""
    if "lock" in request.POST:
        server.locked = True
    if "password" in request.POST:
        if request.POST["password"] != PASSWORD:
            return JsonResponse({"error": "That is not your password. Try again."}, status=400)
        server.locked = False
    return JsonResponse({"unlocked": not server.locked})


brand = ([path("brand.css", views.brand, name="brand")], "ui")
urlpatterns = [path("components/", gallery), path("lock/", lock), path("", include(brand))]
