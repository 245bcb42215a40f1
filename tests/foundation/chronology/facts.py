"""The slow and obvious ways to say what the index of facts and the list of waiting decisions should hold."""

from typing import Any

from django.apps import apps

from sightline.foundation.area import overseen, told
from sightline.foundation.chronology.models import FactIndex
from sightline.foundation.facts import Source
from sightline.foundation.oversight.models import ManagersDecision, Waiting
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
            answer = answer_to(fact) or ("agree" if agreed_before(fact, declared.agreed) else "")
            found.add((kind, fact.pk, fact.child_id, declared.within(fact.happened), answer))
    return found


def answer_to(fact: Any) -> str:
    """The last answer to a fact that nobody has replied to."""
    last = ManagersDecision.objects.filter(about_id=fact.pk, superseded_at=None).order_by("recorded_at").last()
    return last.answer if last and not hasattr(last, "reply") else ""


def agreed_before(fact: Any, agreed: tuple[str, ...]) -> bool:
    """Whether a manager had agreed the same before it was corrected, not counting what was answered since."""
    old = fact.supersedes
    if old is None or ManagersDecision.objects.filter(about_id=fact.pk).exists():
        return False
    same = bool(agreed) and all(getattr(old, name) == getattr(fact, name) for name in agreed)
    return same and (answer_to(old) == "agree" or agreed_before(old, agreed))


def waiting_as_it_is() -> set[tuple[Any, ...]]:
    """What the list holds."""
    return set(Waiting.objects.values_list("kind", "fact_id", "child_id", "due", "answer"))


def check_everything_derived() -> None:
    """The index and the list are what the tables say."""
    with as_builder():
        assert index_as_it_is() == union_of_tables()
        assert waiting_as_it_is() == waiting_as_it_should_be()
