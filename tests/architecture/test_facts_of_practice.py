"""Every fact of practice can be recognised again in a later file, stands in the chronology, and keeps what it may."""

from typing import Any

import pytest
from django.apps import apps

from sightline.foundation.area import told
from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import Fact, Occasion

PART_OF_ANOTHER_LINE = {
    "child_protection.AgencyScale": "is shown with the discussion at which it was given",
    "early_help.StepSummary": "is shown with the step up or down that it tells of",
}


def facts_of_practice() -> list[Any]:
    models = apps.get_models()
    return [model for model in models if model.__module__.startswith("sightline.practice") and issubclass(model, Fact)]


def label(model: Any) -> str:
    return str(model._meta.label)


@pytest.mark.parametrize("model", facts_of_practice(), ids=label)
def test_a_fact_names_the_columns_by_which_it_is_recognised(model: Any) -> None:
    columns = {field.name for field in model._meta.concrete_fields}
    assert model.identity
    assert set(model.identity) <= columns
    assert "Identity:" in model.__doc__


@pytest.mark.parametrize("model", facts_of_practice(), ids=label)
def test_a_fact_is_told(model: Any) -> None:
    if not issubclass(model, Occasion):
        assert (label(model) in told()) != (label(model) in PART_OF_ANOTHER_LINE)


@pytest.mark.parametrize("model", facts_of_practice(), ids=label)
def test_what_is_set_at_the_end_may_be_empty_before(model: Any) -> None:
    for name in model.set_at_end:
        column = model._meta.get_field(name)
        assert column.null or column.blank, name


@pytest.mark.parametrize("model", facts_of_practice(), ids=label)
def test_codes_have_room_for_every_code_of_their_set(model: Any) -> None:
    for column in model._meta.concrete_fields:
        if isinstance(column, CodeField):
            assert column.codes.longest <= (column.max_length or 0), column.name
