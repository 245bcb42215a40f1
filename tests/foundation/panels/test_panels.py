"""Panels: a referral is heard and recommended on, and decided apart from it by somebody with the level."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sightline.foundation.door import Refusal
from sightline.foundation.oversight.models import Decision, Direction, StillToDo, Waiting
from sightline.foundation.oversight.rules import ladder
from sightline.foundation.panels import actions, queries
from sightline.foundation.panels.models import PanelDecision, PanelReferral, Recommendation, Sitting
from sightline.foundation.panels.rules import Asked, Members, Said, Step, panels
from tests.builders.child_protection import acting, family
from tests.builders.workforce import as_builder, practitioner
from tests.conftest import as_web
from tests.foundation.chronology.facts import check_everything_derived
from tests.foundation.notes.pages import sent
from tests.foundation.visits.pages import text_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YES = Said("yes", "Foster care for six months", "Nobody at home is safe")
THREE = Members(("Ann Lee", "Bo Roy", "Cy Dale"))


@pytest.fixture
def home():
    return family(1)


@pytest.fixture
def service(home):
    return practitioner(role="service_manager", team=home.manager.team.within)


def done(who, home, action, **asked):
    """What somebody did at the record of the child."""
    with as_web(who, open=home.children):
        return action(**asked, by=acting(who)).result


def referred(home, panel="entry_to_care", **more):
    """A referral of the child to a panel."""
    asked = Asked("May she stay in care?", "Somebody calm who stays", **more)
    return done(home.worker, home, actions.refer, child=home.children[0], panel=panel, on=TODAY, asked=asked)


def recommended(home, referral, said=YES, members=THREE, on=TODAY):
    """What the panel recommended."""
    asked = {"child": home.children[0], "referral": referral, "on": on, "said": said, "members": members}
    return done(home.manager, home, actions.recommend, **asked)


def decided(who, home, referral, said=YES, on=TODAY, **more):
    """What somebody decided."""
    return done(who, home, actions.decide, child=home.children[0], referral=referral, on=on, said=said, **more)


def test_every_panel_of_the_table_names_a_decision_of_the_ladder():
    assert {panel.decision for panel in panels().values()} <= ladder().keys()
    assert all(panel.quorum > 1 for panel in panels().values())
    assert {key for key, panel in panels().items() if panel.only_recommends} == {"adoption", "fostering"}


def test_recommendation_and_decision_stand_apart_and_steps_become_directions(home, service):
    referral = referred(home)
    first = recommended(home, referral)
    with pytest.raises(Refusal, match="level for this decision"):
        decided(home.manager, home, referral)
    step = Step("Introduce her to the carer", home.worker.pk, TODAY + timedelta(days=3))
    decided(service, home, referral, steps=[step], funding_agreed=True)
    with as_builder():
        made = PanelDecision.objects.get()
        assert (made.recommendation_id, made.decision.kind, made.funding_agreed) == (first, "come_into_care", True)
        assert Waiting.objects.get(fact_id=made.decision_id).own_level
        assert StillToDo.objects.get(owner=home.worker.pk).fact_id == Direction.objects.get().pk
        whole = queries.referral_of(home.children[0], referral)
        assert [each.text for each in whole.directions] == ["Introduce her to the carer"]
    check_everything_derived()


def test_urgent_action_is_decided_before_a_panel_and_only_some_panels_must_recommend_first(home, service):
    decided(service, home, referred(home, done_already="Placed tonight"))
    director = practitioner(role="director", team=service.team.within)
    with pytest.raises(Refusal, match="recommends first"):
        decided(director, home, referred(home, "adoption"))


def test_too_few_members_say_why_they_went_on(home):
    referral = referred(home)
    two = Members(("Ann Lee", "ann lee ", "Bo Roy"))
    with pytest.raises(Refusal, match="Fewer sat"):
        recommended(home, referral, members=two)
    recommended(home, referral, members=Members(two.names, went_on_because="Court is tomorrow"))
    with as_builder():
        assert not Recommendation.objects.get().enough_came


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        (Said("maybe", "x", "y"), "Say yes"),
        (Said("yes", " ", "y"), "what it is, and why"),
        (Said("with_conditions", "x", "y"), "what the conditions are"),
        (Said("come_back", "x", "y"), "on which day it comes back"),
        (Said("no", "x", "y", return_on=TODAY - timedelta(days=1)), "must not be before"),
    ],
)
def test_what_a_recommendation_cannot_do_without(home, said, sentence):
    with pytest.raises(Refusal, match=sentence):
        recommended(home, referred(home), said=said)


def test_a_decision_is_not_dated_before_its_recommendation(home, service):
    referral = referred(home)
    recommended(home, referral)
    with pytest.raises(Refusal, match="before the recommendation"):
        decided(service, home, referral, on=TODAY - timedelta(days=1))


def test_a_referral_is_taken_back_until_somebody_has_heard_it(home):
    first, second = referred(home), referred(home, "resources")
    child = home.children[0]
    done(home.worker, home, actions.take_back, child=child, referral=first, why="Not needed")
    recommended(home, second)
    with pytest.raises(Refusal, match="heard already"):
        done(home.worker, home, actions.take_back, child=child, referral=second, why="Not needed")
    check_everything_derived()


def test_a_sitting_of_another_panel_hears_no_referral(home):
    referral = referred(home)
    with as_web(home.manager):
        sitting = actions.arrange_sitting(panel="resources", on=TODAY, by=acting(home.manager)).result
    with pytest.raises(Refusal, match="panel that the child was referred to"):
        done(home.manager, home, actions.book, child=home.children[0], referral=referral, sitting=sitting, on=TODAY)


def day(name, on):
    """A date as a form sends it."""
    return {f"{name}-{part}": str(getattr(on, part)) for part in ("day", "month", "year")}


def test_from_the_childs_page_to_the_decision_on_screen(client_of, home, service):
    child = home.children[0]
    worker, manager, decider = client_of(home.worker), client_of(home.manager), client_of(service)
    asked = {"panel": "entry_to_care", "asks": "May she stay?", "need": "Somebody calm", "urgent": "no"}
    response = sent(worker, f"/panels/children/{child}/refer/", asked)
    assert response.status_code == 302, response.content.decode()
    page = response["Location"]
    assert "Waits for a sitting" in text_of(worker.get(page))
    assert page in text_of(manager.get("/panels/sittings/"))
    sits = {"panel": "entry_to_care", "chaired_by": "Ann Lee", **day("sits_on", TODAY)}
    agenda = sent(manager, "/panels/sittings/arrange/", sits)["Location"]
    with as_builder():
        sitting = Sitting.objects.get().pk
    assert sent(manager, f"{page}book/", {"sitting": str(sitting)}).status_code == 302
    assert page in text_of(manager.get(agenda))
    said = {"answer": "yes", "text": "Foster care", "reasons": "Not safe at home", **day("happened_on", TODAY)}
    sat = {"members": "Ann Lee\nBo Roy\nCy Dale"}
    assert sent(manager, f"{page}recommend/", said | sat).status_code == 302
    assert f"{page}decide/" not in text_of(manager.get(page))
    assert f"{page}decide/" in text_of(decider.get(page))
    steps = {"steps-0-text": "Meet the carer", "steps-0-owner": str(home.worker.pk), **day("steps-0-by_when", TODAY)}
    assert sent(decider, f"{page}decide/", said | steps).status_code == 302
    text = text_of(worker.get(page))
    assert "Decided: yes" in text
    assert "Not answered yet" in text
    with as_builder():
        assert Decision.objects.count() == 1
        assert PanelReferral.objects.count() == 1


@pytest.fixture
def whole(home, service):
    """A child with a referral that was decided, and every page about it."""
    referral = referred(home)
    recommended(home, referral)
    decided(service, home, referral, steps=[Step("Meet her", home.worker.pk, TODAY)])
    ways = ["", "refer/", f"{referral}/", f"{referral}/book/", f"{referral}/recommend/", f"{referral}/take-back/"]
    return [f"/panels/children/{home.children[0]}/{way}" for way in ways] + ["/panels/sittings/"]


def test_another_teams_worker_finds_none_of_it(client_of, whole):
    client = client_of(practitioner())
    assert {client.get(address).status_code for address in whole} == {404}


def test_every_page_takes_few_queries(client_of, home, whole, django_assert_max_num_queries):
    client = client_of(home.manager)
    for address in whole:
        with django_assert_max_num_queries(25):
            assert client.get(address).status_code == 200, address


def test_an_agenda_leaves_out_children_outside_the_reach(client_of, home):
    referral = referred(home)
    assert str(referral) in text_of(client_of(home.manager).get("/panels/sittings/"))
    stranger = practitioner(role="team_manager")
    assert str(referral) not in text_of(client_of(stranger).get("/panels/sittings/"))
