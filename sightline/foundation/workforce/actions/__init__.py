"""What is done about the workforce: people and posts, cover and duty, and who works with which child."""

from sightline.foundation.workforce.actions.closing import close_work
from sightline.foundation.workforce.actions.cover import (
    arrange_cover,
    end_cover,
    put_on_duty,
    take_off_duty,
)
from sightline.foundation.workforce.actions.dormancy import disable_unused, suspend_unused
from sightline.foundation.workforce.actions.involvement import (
    allocate,
    end_involvement,
    involve,
    place_with_team,
)
from sightline.foundation.workforce.actions.kept_lists import keep_list, remove_list
from sightline.foundation.workforce.actions.practitioners import (
    add_practitioner,
    change_details,
    change_post,
    choose_password,
    set_last_day,
    set_up_sign_in,
    suspend,
    take_back,
)
from sightline.foundation.workforce.actions.teams import add_team, change_team, close_team
from sightline.foundation.workforce.actions.transfers import (
    accept_transfer,
    ask_transfer,
    decide_transfer,
    refuse_transfer,
    withdraw_transfer,
)

__all__ = [
    "accept_transfer",
    "add_practitioner",
    "add_team",
    "allocate",
    "arrange_cover",
    "ask_transfer",
    "change_details",
    "change_post",
    "change_team",
    "choose_password",
    "close_team",
    "close_work",
    "decide_transfer",
    "disable_unused",
    "end_cover",
    "end_involvement",
    "involve",
    "keep_list",
    "place_with_team",
    "put_on_duty",
    "refuse_transfer",
    "remove_list",
    "set_last_day",
    "set_up_sign_in",
    "suspend",
    "suspend_unused",
    "take_back",
    "take_off_duty",
    "withdraw_transfer",
]
