"""The slow and obvious ways to say what the index of facts and the list of waiting decisions should hold."""

from typing import Any

from django.apps import apps

from sightline.foundation.area import overseen, told
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.chronology.models import FactIndex
from sightline.foundation.facts import Source
from sightline.foundation.oversight.models import ManagersDecision, Waiting
from sightline.foundation.oversight.rules.ladder import has_level, is_qualified, ladder
from sightline.foundation.workforce.models import Post
from tests.builders.workforce import as_builder


def union_of_tables() -> set[tuple[Any, ...]]:
    """Every fact of every kind that is told, straight from its own table."""
    return {
        (kind, fact.pk, fact.recorded_against, day_of(fact), fact.recorded_at, fact.superseded_at)
        for kind in told()
        for fact in apps.get_model(kind)._default_manager.all()
    }


def day_of(fact: Any) -> Any:
    """The day a fact stands at."""
    return fact.happened if hasattr(fact, "happened") else fact.began


def index_as_it_is() -> set[tuple[Any, ...]]:
    """What the index holds."""
    return set(
        FactIndex.objects.values_list("kind", "fact_id", "person_id", "happened", "recorded_at", "superseded_at")
    )


def waiting_as_it_should_be() -> set[tuple[Any, ...]]:
    """Every fact that stands and needs a manager, with the last answer nobody has replied to."""
    found = set()
    for kind, declared in overseen().items():
        for fact in declared.model._default_manager.filter(superseded_at=None).exclude(source=Source.IMPORT):
            if not declared.decision(fact):  # nobody needs to sign it
                continue
            rung = ladder()[declared.decision(fact)]
            before = agreed_before(fact, declared)
            answer = answer_to(fact) or ("agree" if before or had_level(fact, rung) else "")
            found.add((kind, fact.pk, fact.child_id, rung.due(fact.happened), answer))
    return found


def answer_to(fact: Any) -> str:
    """The last answer to a fact that nobody has replied to."""
    last = ManagersDecision.objects.filter(about_id=fact.pk, superseded_at=None).order_by("recorded_at").last()
    return last.answer if last and not hasattr(last, "reply") else ""


def had_level(fact: Any, rung: Any) -> bool:
    """Whether whoever recorded a fact had the level for it in their post of that day; delegations are left out."""
    posts = Post.objects.filter(practitioner=fact.recorded_by_id, superseded_at=None)
    day = london_today(fact.recorded_at)
    held = [each for each in posts if each.began <= day and (each.ended is None or day <= each.ended)]
    return any(has_level(rung, each.role) and is_qualified(rung, each.practitioner.qualification) for each in held)


def agreed_before(fact: Any, declared: Any) -> bool:
    """Whether a manager had agreed the same before it was corrected, not counting what was answered since."""
    old = fact.supersedes
    if old is None or ManagersDecision.objects.filter(about_id=fact.pk).exists():
        return False
    agreed = declared.agreed
    same = bool(agreed) and all(getattr(old, name) == getattr(fact, name) for name in agreed)
    at_once = had_level(old, ladder()[declared.decision(old)])
    return same and (answer_to(old) == "agree" or at_once or agreed_before(old, declared))


def waiting_as_it_is() -> set[tuple[Any, ...]]:
    """What the list holds."""
    return set(Waiting.objects.values_list("kind", "fact_id", "child_id", "due", "answer"))


def check_everything_derived() -> None:
    """The index and the list are what the tables say."""
    with as_builder():
        assert index_as_it_is() == union_of_tables()
        assert waiting_as_it_is() == waiting_as_it_should_be()
