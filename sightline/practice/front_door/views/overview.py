"""What is open at the front door for a child."""

from __future__ import annotations

from django.http import HttpResponse

from sightline.foundation.access.opening import OpenedChild
from sightline.foundation.access.policies import opens_record
from sightline.foundation.access.request import RecordRequest
from sightline.foundation.access.rules import Permission, may
from sightline.foundation.calendar.instants import london_today
from sightline.foundation.recording.views import shown
from sightline.practice.front_door import presenters


@opens_record(Permission.OPEN_RECORD)
def overview(request: RecordRequest, child: OpenedChild) -> HttpResponse:
    """Contacts and referrals, what waits for a decision, and what is due."""
    able = may(request.acting.role, Permission.RECORD_PRACTICE)
    return shown(request, child, presenters.overview(child.pk, london_today(), records=able))
