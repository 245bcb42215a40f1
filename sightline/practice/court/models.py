"""Facts of legal gateway, pre-proceedings and proceedings."""

from django.db import models

from sightline.foundation.code_sets.fields import CodeField
from sightline.foundation.facts import (
    STANDS,
    Event,
    Keeping,
    Protection,
    Retention,
    Spell,
    ends_no_earlier,
    one_open_spell_per_child,
)
from sightline.practice.court import rules

OF_PERSON = Keeping(
    Retention.RECORD_OF_PERSON,
    scrubbed_keeps=(
        *("happened", "began", "ended", "outcome", "kind", "step", "short_notice", "short_notice_reason", "urgent"),
        *("initial_care_plan", "final_care_plan", "parents_represented", "weeks", "ends_on", "end_reason"),
    ),
)


class LegalGatewayRequest(Event):
    """A team manager asked the legal gateway to look at what a child needs.

    Identity: one request about a child on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "happened")

    urgent = models.BooleanField(default=False)
    reasons = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="gateway_requests_of_child")]


class LegalGateway(Event):
    """The legal gateway decided: carry on, start pre-proceedings, or issue.

    Identity: one decision about a child on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "happened")

    outcome = CodeField("ssd-legal-gateway-outcome", blank=True)
    reasons = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "happened"], condition=STANDS, name="one_gateway_decision_about_a_child_on_a_day"
            )
        ]


class PreProceedings(Spell):
    """The last chance to change before a court is asked; from the decision to begin to stepping down or issuing.

    Identity: one period of a child from a day on.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "began")
    set_at_end = ("outcome",)

    gateway = models.ForeignKey(LegalGateway, models.PROTECT, null=True, blank=True, related_name="+")
    outcome = CodeField("ssd-pre-proceedings-outcome", blank=True)

    class Meta:
        verbose_name_plural = "pre-proceedings"
        constraints = [
            one_open_spell_per_child("one_open_period_of_pre_proceedings_per_child"),
            ends_no_earlier("pre_proceedings_end_no_earlier_than_they_began"),
        ]
        indexes = [models.Index(fields=["child", "began"], name="pre_proceedings_of_child")]


class LetterBeforeProceedings(Event):
    """The letter before proceedings was sent.

    Identity: one letter of a period of pre-proceedings on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("pre_proceedings", "happened")

    pre_proceedings = models.ForeignKey(PreProceedings, models.PROTECT, related_name="letters")
    sent_to = models.CharField(max_length=500, blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="letters_before_of_child")]


class PreProceedingsMeeting(Event):
    """Parents, their solicitors and workers met in pre-proceedings.

    Identity: one meeting of a period of pre-proceedings on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("pre_proceedings", "happened")

    pre_proceedings = models.ForeignKey(PreProceedings, models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=10, choices=rules.MeetingKind.choices)
    parents_represented = models.BooleanField(null=True)
    what_was_agreed = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="pre_proceedings_meetings")]


class FamilyGroupDecisionMaking(Event):
    """Family group decision making was offered, answered or held.

    Identity: one step about a child on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "happened", "step")

    pre_proceedings = models.ForeignKey(
        PreProceedings, models.PROTECT, null=True, blank=True, related_name="family_decisions"
    )
    step = models.CharField(max_length=20, choices=rules.Step.choices)
    details = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="family_decisions_of_child")]


class CareProceedings(Spell):
    """Care or supervision proceedings about a child, from the day they were issued to the final order or withdrawal.

    Identity: one application about a child from a day on.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "began")
    set_at_end = ("final_care_plan", "outcome")

    court_reference = models.CharField(max_length=48, blank=True)
    short_notice = models.BooleanField(null=True)
    short_notice_reason = CodeField("ssd-short-notice-reason", blank=True)
    initial_care_plan = CodeField("ssd-initial-care-plan", blank=True)
    final_care_plan = CodeField("ssd-final-care-plan", blank=True)
    outcome = models.CharField(max_length=30, blank=True, choices=rules.ProceedingsOutcome.choices)

    class Meta:
        verbose_name_plural = "care proceedings"
        constraints = [
            one_open_spell_per_child("one_open_set_of_care_proceedings_per_child"),
            ends_no_earlier("care_proceedings_end_no_earlier_than_they_began"),
        ]
        indexes = [models.Index(fields=["child", "began"], name="care_proceedings_of_child")]


class ProceedingsExtension(Event):
    """The court extended the timetable; only a court can, for up to eight weeks each time.

    Identity: one extension of proceedings on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("proceedings", "happened")

    proceedings = models.ForeignKey(CareProceedings, models.PROTECT, related_name="extensions")
    weeks = models.PositiveSmallIntegerField()
    reasons = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="court_extensions_of_child")]


class Hearing(Event):
    """A court heard the case.

    Identity: one hearing of a kind on a day.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("proceedings", "happened", "kind")

    proceedings = models.ForeignKey(CareProceedings, models.PROTECT, related_name="hearings")
    kind = models.CharField(max_length=30, choices=rules.HearingKind.choices)
    what_was_ordered = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["child", "happened"], name="hearings_of_child")]


class EmergencyOrder(Spell):
    """An order or power that protects or restricts a child and lapses unless something is decided before.

    `ends_on` is the last day the order itself names. Identity: one order of a kind about a child from a day on.
    """

    protection = Protection.CONTENT
    keeping = OF_PERSON
    identity = ("child", "kind", "began")
    set_at_end = ("end_reason",)

    kind = models.CharField(max_length=30, choices=rules.OrderKind.choices)
    ends_on = models.DateField(null=True, blank=True)
    court_reference = models.CharField(max_length=48, blank=True)
    end_reason = models.CharField(max_length=20, blank=True, choices=rules.OrderEnd.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["child", "kind"],
                condition=STANDS & models.Q(ended=None),
                name="one_order_of_a_kind_in_force_per_child",
            ),
            ends_no_earlier("an_order_ends_no_earlier_than_it_began"),
        ]
        indexes = [models.Index(fields=["child", "began"], name="emergency_orders_of_child")]
