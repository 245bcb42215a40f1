"""What a database administrator runs once on a real server, as a script for psql."""

from sightline.config.database.roles import LOGIN_ROLES, OWNER, database_sql, roles_sql

INTRODUCTION = """\
-- Sightline: roles and database for PostgreSQL 15 to 18.
-- Run it with psql as an administrator; running it again does no harm:
--     sightline database prepare > prepare.sql
--     psql -h SERVER -U ADMINISTRATOR -d postgres -f prepare.sql
-- It asks for the password of each role that logs in and sends the server only its digest.
-- With another tool: leave out the lines that begin with a backslash, set the passwords your own way,
-- and run the last part while connected to the new database.
"""


def preparation(name: str, *, for_tests: bool = False) -> str:
    """The whole script for a database of this name."""
    return "\n".join(
        [
            INTRODUCTION,
            "\\set ON_ERROR_STOP on\n",
            "-- Roles",
            roles_sql(for_tests=for_tests),
            "\n-- Passwords: the placeholders are yours to fill",
            *(f"\\password {role}" for role in LOGIN_ROLES),
            "\n-- Database",
            f"SELECT 'CREATE DATABASE \"{name}\" OWNER {OWNER} TEMPLATE template0 ENCODING ''UTF8'''",
            f"WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = '{name}') \\gexec",
            f"\\connect {name}",
            database_sql(name),
            "",
        ]
    )
