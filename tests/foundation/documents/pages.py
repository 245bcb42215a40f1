"""A form in a browser: what its page carries, and what becomes of it when it is sent."""

import re
from typing import Any

from sightline.foundation.documents import tickets


class Page:
    """One page with a form, as a browser without scripts has it open."""

    def __init__(self, client: Any, address: str) -> None:
        self.client, self.address = client, address
        self.read(client.get(address))

    def read(self, response: Any) -> Any:
        """Take over what the page shows now."""
        self.response, self.html = response, response.content.decode()
        self.draft, self.version = self.value("draft"), self.value("draft_version")
        return response

    def value(self, name: str) -> str:
        """What a box or hidden value of the page holds."""
        box = re.search(rf'<input[^>]*\bname="{name}"[^>]*>', self.html)
        found = re.search(r'\bvalue="([^"]*)"', box[0]) if box else None
        return found[1] if found else ""

    def post(self, **answers: Any) -> dict[str, Any]:
        """What the browser sends with these answers."""
        return {"draft": self.draft, "draft_version": self.version, **answers}

    def send(self, **answers: Any) -> Any:
        """Send the form; a page that comes back is the page from then on."""
        response = self.client.post(self.address, self.post(**answers))
        return self.read(response) if response.status_code == 200 else response

    def save(self, **answers: Any) -> Any:
        """Save as the page's script does."""
        key = tickets.read(self.draft).draft
        sent = self.post(**answers)
        response = self.client.post(f"/drafts/{key}/save", sent, headers={"X-Requested-With": "autosave"})
        if response.status_code == 200:
            self.draft, self.version = response.json()["draft"], response.json()["version"]
        return response
