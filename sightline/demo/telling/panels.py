"""One panel that has sat, one that sits next week, and a child for whom no day is fixed yet."""

from uuid import UUID

from sightline.demo.telling.scene import Scene
from sightline.foundation.panels import actions
from sightline.foundation.panels.rules import Asked, Members, Recommends, Said, Step

PANEL = "resources"
SAT_DAYS_AGO = 6
MEMBERS = ("Idris Bevan", "Josephine Adeyemi", "Hannah Feld", "Beatriz Carvalho")
SUPPORT = "business.support"
DECIDES = "service.manager"


def tell_panels(nine: Scene, waits: Scene) -> None:
    """Two children of the largest family, one heard and one on the agenda, and a child of another who waits."""
    heard(nine)
    on_the_agenda(nine)
    on = waits.ago(3)
    child = waits.born[0]
    asked = Asked(
        asks=waits.put("Is there a worker who can be at home with the family three evenings a week?"),
        need=waits.put("{child} is calm when one more adult is there at bedtime, and {mother} has nobody to ask."),
        funding="Three evenings a week for ten weeks.",
    )
    actions.refer(child=child.pk, panel="edge_of_care", on=on, asked=asked, by=waits.by(on, 15))


def heard(nine: Scene) -> None:
    """Theodore: the panel recommended with a condition, and the service manager decided so."""
    (child,) = nine.named("Theodore")
    asked = Asked(
        asks="Will the panel pay for ten sessions with the play therapist whom Theodore has met already?",
        need="Theodore does not sleep before midnight since the car stood at the end of the road. He has told the "
        "therapist more in two meetings than us in a year.",
        funding="Ten sessions at 65 pounds, and the taxi both ways.",
    )
    on = nine.ago(SAT_DAYS_AGO + 10)
    referral = actions.refer(child=child, panel=PANEL, on=on, asked=asked, by=nine.by(on, 15)).made
    sat = nine.ago(SAT_DAYS_AGO)
    sitting = arranged(nine, days=-SAT_DAYS_AGO)
    actions.book(child=child, referral=referral, sitting=sitting, on=on, by=nine.by(on, 16, SUPPORT))
    said = Said(
        Recommends.WITH_CONDITIONS,
        text="Ten sessions, beginning next week",
        reasons="He chose her himself, and the wait elsewhere is five months. Not sleeping would cost him more.",
        conditions="A review after the sixth session, with Theodore there.",
    )
    by = nine.by(sat, 12, SUPPORT)
    members = Members(MEMBERS, interests="Nobody had an interest.")
    actions.recommend(child=child, referral=referral, on=sat, said=said, members=members, by=by)
    decided = nine.ago(SAT_DAYS_AGO - 1)
    owner, by_when = nine.key_of(nine.family.worker), nine.ahead(4)
    step = Step("Book the sessions for after school, and tell Theodore the days", owner, by_when)
    by = nine.by(decided, 10, DECIDES)
    actions.decide(child=child, referral=referral, on=decided, said=said, funding_agreed=True, steps=[step], by=by)


def on_the_agenda(nine: Scene) -> None:
    """Ngozi: heard next week."""
    (child,) = nine.named("Ngozi")
    asked = Asked(
        asks="Will the panel pay for somebody who takes the three youngest to school in the mornings?",
        need="Ngozi does it now, and is late for college twice a week. She wants to sit her exams in June.",
        funding="One hour on each school day until the end of term.",
        done_already="The assistant has taken them on Mondays and Wednesdays since last week.",
    )
    on = nine.ago(4)
    referral = actions.refer(child=child, panel=PANEL, on=on, asked=asked, urgent=True, by=nine.by(on, 15)).made
    sitting = arranged(nine, days=7)
    actions.book(child=child, referral=referral, sitting=sitting, on=nine.ago(2), by=nine.by(nine.ago(2), 16, SUPPORT))


def arranged(nine: Scene, *, days: int) -> UUID:
    """A sitting so many days from today."""
    day = nine.ahead(days) if days > 0 else nine.ago(-days)
    by = nine.by(nine.ago(20), 9, SUPPORT)
    place, chair = "Room 2, Harbour House", "Idris Bevan"
    return actions.arrange_sitting(panel=PANEL, on=day, place=place, chaired_by=chair, by=by).made
