"""The database roles, as SQL that a database administrator runs once and that the embedded server runs at its start.

Who may do what: the owner owns tables and migrates; web, jobs and backup log in and own nothing; recorder owns the
audit trail and search the search functions, and nobody logs in as either. A superuser would pass every row-level
security policy, so no process is one.
"""

OWNER, WEB, JOBS, BACKUP = "sightline_owner", "sightline_web", "sightline_jobs", "sightline_backup"
RECORDER, SEARCH, STAND_IN = "sightline_recorder", "sightline_search", "sightline_stand_in"
LOGIN_ROLES = (OWNER, WEB, JOBS, BACKUP)
ROLE_OF_PROCESS = {"owner": OWNER, "web": WEB, "jobs": JOBS, "backup": BACKUP}

POWERS = {
    OWNER: "LOGIN CREATEDB",
    WEB: "LOGIN",
    JOBS: "LOGIN",
    BACKUP: "LOGIN",
    RECORDER: "NOLOGIN",
    SEARCH: "NOLOGIN",
}
NEVER = "NOSUPERUSER NOCREATEROLE NOBYPASSRLS NOREPLICATION"
EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent", "fuzzystrmatch")

# Whoever may make a large object keeps what they like in the database, past every policy and the read log.
MAKING_LARGE_OBJECTS = ("lo_creat(integer)", "lo_create(oid)", "lo_from_bytea(oid, bytea)")

TIMEOUTS = {
    OWNER: {"lock_timeout": "10s"},
    WEB: {
        "statement_timeout": "15s",
        "client_connection_check_interval": "1s",  # the locks of a worker that was killed do not outlive it
        "lock_timeout": "5s",
        "idle_in_transaction_session_timeout": "30s",
        "transaction_timeout": "60s",
    },
    JOBS: {"statement_timeout": "10min", "lock_timeout": "10s", "idle_in_transaction_session_timeout": "5min"},
}
# A transaction that stays open holds back the seal of the audit trail; version 17 brought the limit on whole ones.
SINCE_VERSION = {"transaction_timeout": 17}
# What people typed must not reach the server's log, neither as parameters nor in a failed statement, its message or its
# details: "invalid input syntax" quotes the input. The application logs that a statement failed, and where.
QUIET = {
    "log_parameter_max_length": "0",
    "log_min_messages": "log",  # leaves out errors, which quote values, and keeps the note of every record opened
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "track_activities": "off",  # else one web session reads in pg_stat_activity what another is writing
}


def roles_sql(*, for_tests: bool = False) -> str:
    """The roles with their powers, memberships, limits and quiet logs; running it again changes nothing."""
    statements = [create_role(role, powers) for role, powers in POWERS.items()]
    statements += [f"GRANT {RECORDER}, {SEARCH} TO {OWNER};", reading_everything(BACKUP)]
    statements += [f"ALTER ROLE {role} SET timezone = 'UTC';" for role in LOGIN_ROLES]
    statements += [limit(role, *pair) for role, limits in TIMEOUTS.items() for pair in limits.items()]
    statements += [quiet(role) for role in LOGIN_ROLES]
    return "\n".join([*statements, *(standing_in() if for_tests else [])])


def create_role(role: str, powers: str) -> str:
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') "
        f"THEN CREATE ROLE {role} {powers} {NEVER}; END IF; END $$;"
    )


def reading_everything(role: str) -> str:
    """A backup reads every table there will ever be; row-level security still holds and has policies for this role."""
    return f"GRANT pg_read_all_data TO {role};"


def limit(role: str, name: str, value: str) -> str:
    setting = f"ALTER ROLE {role} SET {name} = '{value}';"
    since = SINCE_VERSION.get(name)
    if since is None:
        return setting
    return f"DO $$ BEGIN IF current_setting('server_version_num')::int >= {since}0000 THEN {setting} END IF; END $$;"


def quiet(role: str) -> str:
    """Only a superuser may set these; where the provider keeps that to itself, set them for the whole server."""
    settings = " ".join(f"ALTER ROLE {role} SET {name} = '{value}';" for name, value in QUIET.items())
    return (
        f"DO $$ BEGIN {settings} EXCEPTION WHEN insufficient_privilege THEN "
        f"RAISE WARNING 'set {', '.join(QUIET)} for the whole server'; END $$;"
    )


def standing_in() -> list[str]:
    """Lets tests, which connect as the owner, SET ROLE to each login role without gaining its policies meanwhile.

    The role between them does not inherit: otherwise a restrictive policy for the web role would also hide rows from
    the owner, on every version since 15.
    """
    return [
        create_role(STAND_IN, "NOLOGIN NOINHERIT"),
        f"GRANT {WEB}, {JOBS}, {BACKUP} TO {STAND_IN};",
        f"GRANT {STAND_IN} TO {OWNER};",
    ]


def database_sql(name: str) -> str:
    """What is set inside one database: extensions, who may make things, and who may connect."""
    connecting = ", ".join((*LOGIN_ROLES,))
    return "\n".join(
        [
            *(f"CREATE EXTENSION IF NOT EXISTS {extension} WITH SCHEMA public;" for extension in EXTENSIONS),
            "REVOKE CREATE ON SCHEMA public FROM PUBLIC;",
            "GRANT USAGE ON SCHEMA public TO PUBLIC;",
            f"GRANT CREATE ON SCHEMA public TO {OWNER}, {RECORDER}, {SEARCH};",
            f'REVOKE ALL ON DATABASE "{name}" FROM PUBLIC;',
            f'GRANT CONNECT ON DATABASE "{name}" TO {connecting};',
            f'GRANT CREATE, TEMPORARY ON DATABASE "{name}" TO {OWNER};',
            *(revoked(f"FUNCTION pg_catalog.{function}") for function in MAKING_LARGE_OBJECTS),
        ]
    )


def revoked(what: str) -> str:
    """Takes a right from everybody; the owner keeps it, since a restore by the owner names rights that it may grant."""
    return f"REVOKE ALL ON {what} FROM PUBLIC; GRANT ALL ON {what} TO {OWNER};"
