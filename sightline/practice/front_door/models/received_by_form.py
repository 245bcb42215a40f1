"""The waiting room: what people without a sign-in sent by a form, before anybody has looked at it."""

from django.db import models

from sightline.foundation.access.rules import Permission, roles_with
from sightline.foundation.facts import Keeping, Protection, Recorded, Retention
from sightline.foundation.identifiers import new_id
from sightline.practice.front_door import rules

ROLES = ", ".join(f"'{role}'" for role in roles_with(Permission.TAKE_IN_FORMS))
AT_THE_FRONT_DOOR = (
    "EXISTS (SELECT FROM workforce_post held WHERE held.practitioner_id = (SELECT current_actor())"
    f" AND held.role IN ({ROLES}) AND held.superseded_at IS NULL AND held.began <= current_date"
    " AND (held.ended IS NULL OR held.ended >= current_date))"
)
LINKED = (  # a link to a child behind a wall is not seen, and neither is its answer
    "EXISTS (SELECT FROM front_door_replylink link WHERE link.token_digest = {table}.token_digest"
    f" AND (link.child_id = ANY (ARRAY(SELECT opened_people())) OR {AT_THE_FRONT_DOOR}))"
)


class ReceivedByForm(models.Model):
    """Something sent by a public form: anybody may put it here, and nobody changes it.

    Read by those who take in forms, and an answer to a check also by those who have the child's record open.
    """

    protection = Protection.OWN
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("kind", "received_at"))
    set_once = ("kind",)  # set from the beginning, so that nothing is ever changed
    seen_when = f"(({{table}}.token_digest = '' AND {AT_THE_FRONT_DOOR}) OR {LINKED})"
    written_when = "true"
    changed_when = "false"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=10, choices=rules.FormKind.choices)
    reference = models.CharField(max_length=12)
    token_digest = models.CharField(max_length=64, blank=True)
    payload = models.JSONField()
    received_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["received_at"], name="waiting_room_by_age")]


class SettledForm(Recorded):
    """What became of something in the waiting room: taken into the record, or set aside with a reason."""

    protection = Protection.OWN
    keeping = Keeping(Retention.RECORD_OF_PERSON, scrubbed_keeps=("how",))
    set_once = ("how",)  # set from the beginning, so that nothing is ever changed
    seen_when = written_when = "EXISTS (SELECT FROM front_door_receivedbyform form WHERE form.id = {table}.form_id)"
    changed_when = "false"

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    form = models.OneToOneField(ReceivedByForm, models.PROTECT, related_name="settled")
    how = models.CharField(max_length=10, choices=rules.SettledHow.choices)
    why = models.CharField(max_length=500, blank=True)
