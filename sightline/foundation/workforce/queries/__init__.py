"""Named questions about the workforce."""

from sightline.foundation.access.queries import teams_below
from sightline.foundation.workforce.queries.cover import (
    answers_for,
    cover,
    covers,
    is_away,
    on_duty,
    shift,
    shifts,
)
from sightline.foundation.workforce.queries.involvement import (
    allocated_worker,
    has_part,
    history_of,
    holding_team,
    involvement,
    involvements_of,
    is_kept_out,
)
from sightline.foundation.workforce.queries.people import (
    holder_of,
    managers,
    may_work_with_children,
    open_post,
    opens_records,
    post_on,
    practitioner,
    practitioners,
    team_of,
)
from sightline.foundation.workforce.queries.sessions import last_signed_in, sessions_of, sign_ins_of
from sightline.foundation.workforce.queries.teams import (
    has_open_work,
    team,
    teams,
    teams_in_order,
)

__all__ = [
    "allocated_worker",
    "answers_for",
    "cover",
    "covers",
    "has_open_work",
    "has_part",
    "history_of",
    "holder_of",
    "holding_team",
    "involvement",
    "involvements_of",
    "is_away",
    "is_kept_out",
    "last_signed_in",
    "managers",
    "may_work_with_children",
    "on_duty",
    "open_post",
    "opens_records",
    "post_on",
    "practitioner",
    "practitioners",
    "sessions_of",
    "shift",
    "shifts",
    "sign_ins_of",
    "team",
    "team_of",
    "teams",
    "teams_below",
    "teams_in_order",
]
