"""Strategy discussions on screen: recorded once, shown only where they may be, corrected in a minute."""

import pytest

from sightline.foundation.children.models import Person
from sightline.practice.child_protection.models import AgencyScale, StrategyDiscussion, StrategyOutcome
from tests.builders.child_protection import family
from tests.builders.workforce import as_builder
from tests.practice.child_protection.pages import different_for, discussion, ticket

pytestmark = pytest.mark.django_db


def address(child, *others):
    with as_builder():
        references = [Person.objects.get(pk=other).reference for other in others]
    query = "&".join(["chosen=1", *(f"also={reference}" for reference in references)])
    return f"/child-protection/children/{child}/strategy-discussions/record/?{query}"


def test_a_discussion_about_three_children_is_recorded_from_one_form(client_of):
    home = family(3)
    tia, leo, kit = home.children
    client = client_of(home.worker)
    url = address(tia, leo, kit)
    page = client.get(url)
    assert page.status_code == 200
    answers = discussion(**different_for(kit, "no_enquiries"), **{f"police-scale_{leo}": "5"}, **ticket(page))
    response = client.post(url, answers)
    assert response.status_code == 302, response.content.decode()
    with as_builder():
        decided = {each.child_id: each.decision for each in StrategyOutcome.objects.all()}
        placed = {each.child_id: each.number for each in AgencyScale.objects.all()}
    assert decided == {tia: "begin_enquiries", leo: "begin_enquiries", kit: "no_enquiries"}
    assert placed == {tia: 3, leo: 5, kit: 3}
    shown = client.get(response["Location"])
    assert "Begin section 47 enquiries" in shown.content.decode() or "begin section 47" in shown.content.decode()


def test_a_form_sent_twice_records_one_discussion(client_of):
    home = family(2)
    client = client_of(home.worker)
    url = address(*home.children)
    answers = discussion(**ticket(client.get(url)))
    assert [client.post(url, answers).status_code for _ in range(2)] == [302, 302]
    with as_builder():
        assert StrategyDiscussion.objects.count() == 1
