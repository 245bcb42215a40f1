"""Somebody who fills in pages as a script says, and what it costs them: fields, keystrokes and clicks."""

from __future__ import annotations

from typing import Any

from tests.architecture.matrix.filling import FormReader, Question

CHOSEN = {"radio": 1, "checkbox": 1, "select": 2}  # clicks


class Typist:
    """Answers only what the script answers: where a page asks for more, it is not recorded and the test fails."""

    def __init__(self, client: Any) -> None:
        self.client = client
        self.fields = self.keystrokes = self.clicks = 0

    def fills_in(self, url: str, **answers: str) -> str:
        """Open a page, answer, and send; gives the address to which it leads."""
        asked = self.questions(url)
        for name, answer in answers.items():
            self.answers(asked[name], answer)
        prefilled = {name: each.value for name, each in asked.items() if name and each.value}
        self.clicks += 2  # the link to the page, and its button
        response = self.client.post(url, prefilled | answers)
        assert response.status_code == 302, response.content.decode().partition("govuk-error-summary__list")[2][:600]
        return str(response["Location"])

    def questions(self, url: str) -> dict[str, Question]:
        """What the page asks, with what it knows already."""
        reader = FormReader()
        reader.feed(self.client.get(url).content.decode())
        return next(form for form in reversed(reader.forms) if "sl-form" in form[""].kind)

    def answers(self, question: Question, answer: str) -> None:
        """Count one answer."""
        self.clicks += CHOSEN.get(question.kind, 1)
        if question.kind not in CHOSEN:
            self.fields += 1
            self.keystrokes += len(answer)

    @property
    def cost(self) -> tuple[int, int, int]:
        """Fields typed in, keystrokes and clicks."""
        return self.fields, self.keystrokes, self.clicks
