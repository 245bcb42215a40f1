"""Functions that run as another role: which of them a role that logs in may call, and that none lets it see more."""

import pytest

from tests.reliability.databases import CommittedDatabase, begin
from tests.reliability.direct import REFUSED, refuses, rows
from tests.reliability.recording import SECRET, Scene

pytestmark = pytest.mark.database

WEB_MAY_CALL = {  # function that runs as another role: why the web role may call it all the same
    "addresses_for_a_purpose": "of opened records, once the purpose stands in the record",
    "drafts_of_reports": "titles and ages of the drafts of one's reports, never their text",
    "entry_of_request": "the number and result of an entry under one's own request key",
    "hard_walled_people": "row policies ask it; keys alone",
    "identifier_is_taken": "yes or no, and never about somebody behind a wall",
    "move_facts": "two people agreed and both records are open; it writes its own entry",
    "no_contact_behind_walls": "that an order stands about somebody whose record is open, and never whom it names",
    "open_records": "it writes the read log before it opens",
    "opened_people": "row policies ask it; what this transaction opened",
    "openings_awaiting_review": "emergency openings by others, by number",
    "record_change": "a trigger: it cannot be called",
    "record_entry": "it writes",
    "record_refusal": "it writes",
    "record_shown": "it writes",
    "records_with": "keys of children whom the one who asks might see at all",
    "refuse_move_unless_agreed": "it only refuses",
    "reply_link_of": "what a link asks of an agency, to whoever has its digest, and never whom it is about",
    "restricted_record": "that a restricted record exists, and whom to ring",
    "search_people": "what a list may show, with the walls inside",
    "seal_lag": "how late the seal is",
    "unopenable_records": "restricted records by number",
    "walled_people": "row policies ask it; keys alone",
}
JOBS_MAY_CALL_TOO = {
    "add_sealed_batch", "cluster_identity", "ensure_read_log_month", "keep_partition", "numbers_given", "unsealed_rows",
}  # fmt: skip
CALLABLE = (
    "SELECT DISTINCT proname::text FROM pg_proc WHERE prosecdef AND has_function_privilege(%s, oid, 'execute')"
    " AND pronamespace = 'public'::regnamespace"
)


def test_the_web_role_calls_only_the_functions_that_are_said_to_be_safe(refusing_database: CommittedDatabase) -> None:
    with refusing_database.superuser() as superuser:
        web = {name for (name,) in rows(superuser, CALLABLE, "sightline_web")}
        jobs = {name for (name,) in rows(superuser, CALLABLE, "sightline_jobs")}
        backup = {name for (name,) in rows(superuser, CALLABLE, "sightline_backup")}
    assert web == set(WEB_MAY_CALL)
    assert jobs - web <= JOBS_MAY_CALL_TOO
    assert backup == set()


PARTS_OF_SEARCH = {
    "a text that becomes part of a statement": (
        "SELECT rows_named('documents_passage', $$((SELECT string_agg(text, '') FROM documents_passage)::int)::text$$,"
        " ARRAY['a'], '{}')"
    ),
    "keys of people behind any wall": (
        "SELECT * FROM people_matching('{}', '{}', '2016-05-04', '{}', NULL, NULL, '{}', '{}')"
    ),
    "people by name behind any wall": "SELECT * FROM people_named(ARRAY['okafor'], '{}')",
    "people by address behind any wall": "SELECT * FROM people_at(ARRAY['street'], '{}')",
    "a search that leaves no line": (
        "SELECT * FROM people_to_show(ARRAY['okafor'], '{}', NULL, '{}', NULL, NULL, '{}', '{}', true, 9)"
    ),
    "who holds somebody behind a wall": "SELECT * FROM held_by(ARRAY(SELECT id FROM children_person))",
}


BORN = "2016-05-04"
SEARCH = f"SELECT person_id FROM search_people('{{}}', '{{}}', '{BORN}', '{{}}', NULL, NULL, '{{}}', '{{}}', false, 9)"


@pytest.mark.parametrize("part", PARTS_OF_SEARCH)
def test_the_parts_of_search_are_for_search_alone(
    refusing_database: CommittedDatabase, scene: Scene, part: str
) -> None:
    refuses(refusing_database, PARTS_OF_SEARCH[part])
    refuses(refusing_database, PARTS_OF_SEARCH[part], actor=scene.practitioner)


def test_a_search_that_is_rolled_back_leaves_a_line_in_the_servers_log_without_what_was_searched_for(
    refusing_database: CommittedDatabase, scene: Scene
) -> None:
    with refusing_database.login("sightline_web") as session:
        begin(session, scene.practitioner)
        found = {person for (person,) in rows(session, SEARCH)}
        session.rollback()
    assert scene.child in found
    lines = refusing_database.cluster.log.read_text().splitlines()
    line = next(line for line in lines if f"a search showed, to {scene.practitioner}" in line)
    assert str(scene.child) in line
    assert BORN not in line


def test_the_refusal_quotes_nothing(refusing_database: CommittedDatabase, scene: Scene) -> None:
    with refusing_database.login("sightline_web") as session:
        begin(session, scene.practitioner)
        with pytest.raises(REFUSED) as refused:
            session.execute(PARTS_OF_SEARCH["a text that becomes part of a statement"])
    assert SECRET not in str(refused.value)
