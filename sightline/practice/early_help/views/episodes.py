"""The pages of early help at a child's record."""

from __future__ import annotations

from django.http import HttpResponse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.recording.views import records, records_about, shown
from sightline.practice.early_help import actions, forms, presenters

BACK = "early_help:overview"


@opens_record(Permission.OPEN_RECORD)
def overview(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """The help that lasts, what is due, and everything recorded of it."""
    able = may(request.acting.role, Permission.RECORD_PRACTICE)
    hands_over = may(request.acting.role, Permission.HAND_OVER)
    page = presenters.overview(child.pk, london_today(), records=able, hands_over=hands_over)
    return shown(request, child, page)


begin = records(forms.BeginForm, actions.begin_early_help, done="It is recorded that the help began.", back=BACK)
lead = records_about(
    forms.LeadForm,
    actions.change_lead,
    called="episode_id",
    about=presenters.episode_words,
    done="Who leads is recorded.",
    back=BACK,
)
end = records_about(
    forms.EndForm,
    actions.end_early_help,
    called="episode_id",
    about=presenters.episode_words,
    done="It is recorded that the help ended.",
    back=BACK,
)
