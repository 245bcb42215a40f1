"""Who the children are and who is around them: languages, needs, schools, professionals, orders, safe ways to ring."""

from datetime import date, timedelta

from sightline.demo.telling import papers
from sightline.demo.telling.scene import Scene
from sightline.foundation.children import actions
from sightline.foundation.children.models import Person, WarningNote
from sightline.foundation.children.rules.identity import upn_check_letter
from sightline.foundation.documents.actions import file_document
from sightline.practice.education.actions import begin_school_place
from sightline.practice.education.rules import PlaceKind

LANGUAGES = ("pol", "urd", "ron", "ara", "ben")
RELIGIONS = (
    ("christian", "Goes to church on Sundays with {mother} and helps at the coffee table."),
    ("muslim", "Eats halal, and {mother} would like visits to end before prayers."),
    ("none", ""),
    ("sikh", "Keeps {his} hair uncut. Ask before anybody touches it."),
)
DISABILITIES = (
    ("AUT", "Noise and changes of plan are hard; a list with pictures helps."),
    ("HEAR", "Hears little on the left. Sit on the right and show your face."),
    ("MOB", "Walks short ways and uses a wheelchair outside."),
    ("LD", "Reads single words. Say one thing and wait."),
)
NEEDS = (
    ("symbols", "Show the card for what comes next."),
    ("hearing", "Quiet room, face to the light."),
    ("time", "Wait ten seconds; the answer comes."),
    ("read_aloud", "Read letters out, and say what they mean."),
)
PROFESSIONALS = (
    ("gp", "Harbour Medical Practice", "Dr Asha Menon", "GP", "01632 960201"),
    ("health_visiting", "Eastmere health visiting", "Dilys Amadi", "Health visitor", "01632 960202"),
    ("school", "{school}", "Marian Holt", "Designated safeguarding lead", "01632 960205"),
    ("police", "Eastmere neighbourhood police", "PC Gareth Winslow", "Neighbourhood officer", "01632 960203"),
    ("domestic_abuse", "Lantern House", "Joanna Petrakis", "Outreach worker", "01632 960204"),
)
COLLEGE = "Eastmere Sixth Form College"
PROTECTED = "Flat 3, 41 Beacon Rise\nEastmere"


def describe(scene: Scene) -> None:
    """What the family's worker learned about the children and those around them in the first weeks."""
    began = scene.ago(max(1, (scene.today - scene.family.known_since).days - 3))
    number = scene.number
    first = scene.born[0]
    by = scene.by(began, 14)
    actions.record_gender(person_id=first.pk, code={"M": "01", "F": "02"}.get(first.sex, "00"), began=began, by=by)
    kind, words = RELIGIONS[number % len(RELIGIONS)]
    actions.record_religion(person_id=first.pk, code=kind, what_it_means=scene.put(words, first), began=began, by=by)
    if number % 4 == 1:
        speak(scene, first, began)
    if number % 5 == 3:
        live_with_needs(scene, first, began)
    home_and_network(scene, began)
    for each in scene.born:
        place_at_school(scene, each, began)
        if scene.busy and number % 4 != 1:
            actions.record_language(
                person_id=each.pk, code="eng", use="first", interpreter="not_needed", began=began, by=by
            )
    identify(scene, first, began)


def speak(scene: Scene, first: Person, began: date) -> None:
    """Another language at home, and who needs an interpreter for it."""
    code, by = LANGUAGES[scene.number % len(LANGUAGES)], scene.by(began, 14)
    actions.record_language(
        person_id=scene.mother.pk, code=code, use="first", interpreter="needed", began=began, by=by,
        details="A woman if possible, and never anybody from the same street.",
    )  # fmt: skip
    actions.record_language(person_id=first.pk, code=code, use="also", interpreter="not_needed", began=began, by=by)


def live_with_needs(scene: Scene, first: Person, began: date) -> None:
    """A disability, and what helps to be understood."""
    place, by = scene.number % len(DISABILITIES), scene.by(began, 14)
    code, means = DISABILITIES[place]
    actions.record_disability(person_id=first.pk, code=code, what_it_means=means, began=began, by=by)
    kind, helps = NEEDS[place]
    actions.record_communication_need(person_id=first.pk, kind=kind, what_helps=helps, began=began, by=by)


def home_and_network(scene: Scene, began: date) -> None:
    """Who lives in the home, and two professionals of other agencies for the eldest."""
    by = scene.by(began, 15)
    for each in scene.at_home:
        actions.record_lives_with(person_id=each.pk, other_id=scene.mother.pk, how_often="always", began=began, by=by)
    for place in (scene.number % len(PROFESSIONALS), (scene.number + 2) % len(PROFESSIONALS)):
        kind, agency, name, role, telephone = PROFESSIONALS[place]
        for each in scene.born:
            actions.record_professional(
                person_id=each.pk, agency_name=scene.put(agency), agency_kind=kind, name=name, role=role,
                telephone=telephone, began=began, by=by,
            )  # fmt: skip
    if scene.number % 3 == 1:
        actions.record_contact_point(
            person_id=scene.mother.pk, kind="email", value=f"home{scene.number}@post.example", post="yes",
            who_else_reads="Her sister helps with letters.", when_safe="", began=began, by=by,
        )  # fmt: skip


def place_at_school(scene: Scene, each: Person, began: date) -> None:
    """Where a child is taught."""
    age = scene.age(each)
    if age < 3:
        return
    kind = PlaceKind.NURSERY if age < 5 else PlaceKind.SCHOOL if age < 16 else PlaceKind.COLLEGE
    name = {PlaceKind.NURSERY: scene.nursery, PlaceKind.COLLEGE: COLLEGE}.get(kind, scene.school)
    begin_school_place(child_id=each.pk, on=began, school=name, kind=kind, by=scene.by(began, 15))


def identify(scene: Scene, first: Person, began: date) -> None:
    """A number by which schools or other services know a child; some are also known by another name."""
    by = scene.by(began, 15)
    digits = f"80120{scene.number:03d}2041"[:11].ljust(12, "1")
    number = upn_check_letter("A" + digits) + digits
    if scene.age(first) >= 4:
        actions.record_identifier(person_id=first.pk, kind="upn", value=number, began=began, by=by)
    if scene.number % 6 == 4:
        short = first.given_names[:3]
        actions.record_name(person_id=first.pk, kind="known_as", given_names=short, began=began, by=by)


def protect(scene: Scene) -> None:
    """An order of the court after last summer, and an address that one person must not learn."""
    began = scene.ago(90)
    by = scene.by(began, 15)
    for each in scene.at_home:
        actions.record_court_order(
            person_id=each.pk, kind="non_molestation", court="Family Court at Eastmere", case_number="EM24F00117",
            terms="Not to use or threaten violence, and not to come to the home or the school.",
            until=scene.today + timedelta(days=200), document_seen_on=began, began=began, by=by,
        )  # fmt: skip
        actions.record_protected_address(
            person_id=each.pk, lines=PROTECTED, postcode="ZZ99 3VZ", kind="home", began=began, by=by,
            kept_from="The children's father and his brothers.", why="He has looked for them at two addresses before.",
        )  # fmt: skip


def review_warning(scene: Scene) -> None:
    """A warning that was looked at again, and still stands."""
    on = scene.ago(8)
    for warning in WarningNote.objects.current().filter(person__in=scene.family.children, ended=None):
        reason = "Talked over with the manager: it has not happened again, and still could."
        actions.renew_warning(
            warning=warning, reason=reason, review_by=on + timedelta(days=180), on=on, by=scene.by(on, 15)
        )


def file_papers(scene: Scene) -> None:
    """Papers that reached the record by themselves: a report, a drawing, notes that somebody typed."""
    person, on = scene.born[0], scene.ago(14 + scene.number)
    name = scene.put("{child}", person)
    if scene.number % 3 == 0:
        paragraphs = (
            scene.put(f"{scene.school}, report for the meeting about {name}"),
            scene.put("{child} has been in school on 38 of 41 days this term and late on four of them.", person),
            scene.put("{He} reads well above {his} age and helps others without being asked. What worries us are "
                      "Mondays: {he} is tired and asks for seconds at lunch.", person),
            "Marian Holt, designated safeguarding lead",
        )  # fmt: skip
        sent, title, source = papers.letter("report-for-meeting.pdf", *paragraphs), "School report", scene.school
    elif scene.number % 3 == 1:
        sent, title, source = papers.drawing("our-house.png"), scene.put("Drawing of the house", person), name
    else:
        lines = scene.put("Things that help {child}, written down with {him}:", person)
        sent = papers.text("what-helps.txt", lines, "- say it once, then wait", "- no perfume", "- the blue cup")
        title, source = scene.put("What helps, in {child}'s words", person), name
    file_document(
        person_id=person.pk, sent=sent, title=title, received_on=on, received_from=source, by=scene.by(on, 12)
    )
