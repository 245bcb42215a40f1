"""What describes a person: names, gender, ethnicity, religion, languages, disability, communication, numbers."""

from django.db import models
from django.db.models import Q

from sightline.foundation.children.models.person import NAME_LENGTH
from sightline.foundation.children.rules import identity, names
from sightline.foundation.facts import STANDS, Keeping, PersonSpell, Protection, Retention

KEPT = ("began", "ended")


def one_open_at_a_time(name: str, *further: str) -> models.UniqueConstraint:
    """The database refuses a second open spell of the same kind for a person."""
    return models.UniqueConstraint(fields=["person", *further], condition=STANDS & Q(ended=None), name=name)


class PersonName(PersonSpell):
    """Another name: one that somebody had before, or is known by as well."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=(*KEPT, "kind"))

    kind = models.CharField(max_length=20, choices=names.NameKind.choices)
    given_names = models.CharField(max_length=NAME_LENGTH, blank=True)
    family_name = models.CharField(max_length=NAME_LENGTH, blank=True)

    def __str__(self) -> str:
        return f"{self.given_names} {self.family_name}".strip()


class Gender(PersonSpell):
    """How a person describes their gender; what the record says of their sex stands apart."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=(*KEPT, "code"))

    code = models.CharField(max_length=2)
    own_words = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [one_open_at_a_time("one_gender_at_a_time")]


class Ethnicity(PersonSpell):
    """A person's ethnicity, by the code of the census and in their own words."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=(*KEPT, "code"))

    code = models.CharField(max_length=4)
    own_words = models.CharField(max_length=250, blank=True)

    class Meta:
        constraints = [one_open_at_a_time("one_ethnicity_at_a_time")]


class Religion(PersonSpell):
    """A person's religion or belief, and what it means for their day."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=(*KEPT, "code"))

    code = models.CharField(max_length=20)
    what_it_means = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [one_open_at_a_time("one_religion_at_a_time")]


class Language(PersonSpell):
    """A language a person uses, and whether they need an interpreter for it."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=(*KEPT, "code", "use", "interpreter"))

    code = models.CharField(max_length=3)
    use = models.CharField(max_length=10, choices=identity.LanguageUse.choices)
    interpreter = models.CharField(max_length=10, choices=identity.InterpreterNeed.choices)
    details = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [one_open_at_a_time("each_language_once", "code")]


class Disability(PersonSpell):
    """A disability, by the code of the children in need census, and what it means for the person's day."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=(*KEPT, "code"))

    code = models.CharField(max_length=4)
    what_it_means = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [one_open_at_a_time("each_disability_once", "code")]


class CommunicationNeed(PersonSpell):
    """How a person understands and is understood."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=(*KEPT, "kind"))

    kind = models.CharField(max_length=20, choices=identity.CommunicationKind.choices)
    what_helps = models.CharField(max_length=1000, blank=True)

    class Meta:
        constraints = [one_open_at_a_time("each_communication_need_once", "kind")]


class Identifier(PersonSpell):
    """A number by which another service knows this person; not unique here, as a clash would reveal a sealed record."""

    protection = Protection.CONTENT
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=(*KEPT, "kind"))

    kind = models.CharField(max_length=20, choices=identity.IdentifierKind.choices)
    value = models.CharField(max_length=40)
    issued_by = models.CharField(max_length=120, blank=True)

    class Meta:
        indexes = [models.Index(fields=["value"], name="identifier_value")]
