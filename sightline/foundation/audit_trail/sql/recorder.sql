-- Functions through which the audit is written. They belong to the recorder role, which nobody can log in as.
-- A transaction's settings (sightline.actor and so on) stop mistakes; they do not stop somebody who can run SQL as the
-- web role from naming another actor. What such a person cannot do is read a record without an entry in the read log of
-- the same transaction; if they roll it back, the line that open_records() writes to the server's log stays.

CREATE OR REPLACE FUNCTION current_actor() RETURNS uuid LANGUAGE sql STABLE
RETURN nullif(current_setting('sightline.actor', true), '')::uuid;

CREATE OR REPLACE FUNCTION current_request() RETURNS uuid LANGUAGE sql STABLE
RETURN nullif(current_setting('sightline.request', true), '')::uuid;

-- The role that runs the statement, also inside a function that runs as another: who logged in, or whom they stand in for.
CREATE OR REPLACE FUNCTION acting_role() RETURNS text LANGUAGE sql STABLE
RETURN CASE current_setting('role') WHEN 'none' THEN session_user::text ELSE current_setting('role') END;

CREATE OR REPLACE FUNCTION hard_walled_people() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 50 AS $$
    SELECT person_id FROM access_exclusion
     WHERE practitioner_id = current_actor() AND ended IS NULL AND superseded_at IS NULL
    UNION
    SELECT person_id FROM access_seal WHERE ended IS NULL AND superseded_at IS NULL
$$;

CREATE OR REPLACE FUNCTION walled_people() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 100 AS $$
    SELECT hard_walled_people()
    UNION
    SELECT restriction.person_id FROM access_restriction restriction
     WHERE restriction.ended IS NULL AND restriction.superseded_at IS NULL
       AND NOT EXISTS (SELECT FROM access_namedreader named
                        WHERE named.person_id = restriction.person_id AND named.practitioner_id = current_actor()
                          AND named.ended IS NULL AND named.superseded_at IS NULL)
       AND NOT EXISTS (SELECT FROM access_opening glass
                        WHERE glass.person_id = restriction.person_id AND glass.practitioner_id = current_actor()
                          AND glass.kind = 'break_glass' AND glass.until > now() AND glass.superseded_at IS NULL)
$$;

CREATE OR REPLACE FUNCTION opened_people() RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp ROWS 10 AS $$
    SELECT opened FROM audit_trail_readevent
     WHERE xid = pg_current_xact_id_if_assigned() AND request IS NOT DISTINCT FROM current_request()
       AND practitioner_id = current_actor() AND opened IS NOT NULL AND at >= now()
$$;

CREATE OR REPLACE FUNCTION open_records(people uuid[], asked_basis text, asked_reason text, asked_via uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    allowed uuid[];
    newly integer;
BEGIN
    IF current_actor() IS NULL THEN
        RETURN 0;
    END IF;
    SELECT coalesce(array_agg(person.id), '{}') INTO allowed FROM children_person person
     WHERE person.id = ANY (people) AND person.id NOT IN (SELECT walled_people());
    INSERT INTO audit_trail_readevent (practitioner_id, session, request, route, basis, reason, opened, via)
    SELECT current_actor(), coalesce(current_setting('sightline.session', true), ''), current_request(),
           coalesce(current_setting('sightline.route', true), ''), asked_basis, asked_reason, person, asked_via
      FROM unnest(allowed) person WHERE person NOT IN (SELECT opened_people());
    GET DIAGNOSTICS newly = ROW_COUNT;
    IF newly > 0 THEN  -- outside the transaction: a reading that is rolled back leaves this line
        RAISE LOG 'transaction % opened, for %, the records of %', pg_current_xact_id(), current_actor(), allowed;
    END IF;
    RETURN cardinality(allowed);
END $$;

CREATE OR REPLACE FUNCTION record_shown(people uuid[], asked_basis text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO audit_trail_readevent (practitioner_id, session, request, route, basis, reason, shown)
    SELECT current_actor(), coalesce(current_setting('sightline.session', true), ''), current_request(),
           coalesce(current_setting('sightline.route', true), ''), asked_basis, '', people
     WHERE cardinality(people) > 0
$$;

CREATE OR REPLACE FUNCTION record_refusal(
    asked_by uuid, asked_session text, asked_route text, asked_for_person uuid, asked_why text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM refuse_another_name(asked_by, '');
    INSERT INTO audit_trail_refused (at, practitioner_id, session, route, asked_for, why)
    VALUES (clock_timestamp(), asked_by, asked_session, asked_route, asked_for_person, asked_why);
END $$;

-- The web role signs with the actor of its transaction; as a program it signs with nobody's name.
CREATE OR REPLACE FUNCTION refuse_another_name(asked_by uuid, asked_system text) RETURNS void
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS $$
BEGIN
    IF asked_by IS NOT DISTINCT FROM current_actor() OR (asked_by IS NULL AND asked_system <> '')
       OR (acting_role() <> 'sightline_web' AND asked_system <> '') THEN
        RETURN;
    END IF;
    RAISE EXCEPTION 'the audit names the actor of the transaction and nobody else' USING ERRCODE = '42501';
END $$;

CREATE OR REPLACE FUNCTION entry_of_request(asked_by uuid, asked_key uuid) RETURNS TABLE (id bigint, result uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended(coalesce(asked_by::text, '') || asked_key::text, 0));
    RETURN QUERY SELECT entry.id, entry.result FROM audit_trail_auditentry entry
     WHERE entry.practitioner_id IS NOT DISTINCT FROM asked_by AND entry.request_key = asked_key;
END $$;

CREATE OR REPLACE FUNCTION record_entry(
    asked_by uuid, asked_system text, asked_role text, asked_team uuid, asked_basis text, asked_session text,
    asked_name text, asked_says text, asked_about uuid[], asked_facts jsonb, asked_key uuid, asked_result uuid,
    asked_digest text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    entry bigint;
BEGIN
    PERFORM refuse_another_name(asked_by, asked_system);
    INSERT INTO audit_trail_auditentry
        (at, practitioner_id, system, role, team_id, basis, session, name, says, about, facts, request_key, result, digest)
    VALUES (clock_timestamp(), asked_by, asked_system, asked_role, asked_team, asked_basis, asked_session, asked_name,
            asked_says, asked_about, asked_facts, asked_key, asked_result, asked_digest)
    RETURNING audit_trail_auditentry.id INTO entry;
    RETURN entry;
END $$;

-- Every change of every row, however it was made. One function serves insert, update and delete; its arguments are the
-- names of the key column and of the column that says whom the row is about ('' where there is none), and 'entry' where
-- each row names its audit entry. A change belongs to an audit entry of its own transaction, or to none. Digests are
-- taken in one time zone and one style of numbers, whatever the session's are; passwords are left out of what is kept.
CREATE OR REPLACE FUNCTION record_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
SET timezone = 'UTC' SET extra_float_digits = 1 SET intervalstyle = 'postgres' SET bytea_output = 'hex' AS $$
DECLARE
    entry bigint := nullif(current_setting('sightline.entry', true), '')::bigint;
    bound_to_entry boolean := TG_ARGV[2] = 'entry' AND acting_role() IN ('sightline_web', 'sightline_jobs');
    strays bigint := 0;
BEGIN
    IF entry IS NOT NULL AND NOT EXISTS (
        SELECT FROM audit_trail_auditentry made WHERE made.id = entry AND made.xid = pg_current_xact_id()) THEN
        RAISE EXCEPTION 'a change belongs to an audit entry of its own transaction (%)', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    IF TG_OP = 'INSERT' THEN
        WITH rows AS MATERIALIZED (SELECT to_jsonb(r) AS fresh FROM fresh_rows r), noted AS (
            INSERT INTO audit_trail_rowchange (at, entry_id, "table", key, subject, operation, old, digest, by_role)
            SELECT clock_timestamp(), entry, TG_TABLE_NAME, fresh ->> TG_ARGV[0], change_subject(fresh, TG_ARGV[1]), 'insert',
                   NULL, encode(sha256(convert_to(fresh::text, 'UTF8')), 'hex'), acting_role()
              FROM rows)
        SELECT count(*) INTO strays FROM rows WHERE bound_to_entry AND (fresh ->> 'entry_id')::bigint IS DISTINCT FROM entry;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO audit_trail_rowchange (at, entry_id, "table", key, subject, operation, old, digest, by_role)
        SELECT clock_timestamp(), entry, TG_TABLE_NAME, stale ->> TG_ARGV[0], change_subject(stale, TG_ARGV[1]), 'update',
               stale - 'password', encode(sha256(convert_to(fresh::text, 'UTF8')), 'hex'), acting_role()
          FROM (SELECT to_jsonb(s) AS stale FROM stale_rows s) was
          JOIN (SELECT to_jsonb(r) AS fresh FROM fresh_rows r) became
            ON stale ->> TG_ARGV[0] = fresh ->> TG_ARGV[0];
        strays := CASE WHEN bound_to_entry AND entry IS NULL THEN (SELECT count(*) FROM fresh_rows) ELSE 0 END;
    ELSE
        INSERT INTO audit_trail_rowchange (at, entry_id, "table", key, subject, operation, old, digest, by_role)
        SELECT clock_timestamp(), entry, TG_TABLE_NAME, stale ->> TG_ARGV[0], change_subject(stale, TG_ARGV[1]), 'delete',
               stale - 'password', '', acting_role()
          FROM (SELECT to_jsonb(s) AS stale FROM stale_rows s) was;
    END IF;
    IF strays > 0 THEN
        RAISE EXCEPTION 'nothing is recorded without an audit entry (%)', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION change_subject(whole_row jsonb, named text) RETURNS uuid LANGUAGE sql IMMUTABLE
RETURN CASE WHEN named = '' OR jsonb_typeof(whole_row -> named) <> 'string' THEN NULL
            ELSE (whole_row ->> named)::uuid END;

-- A fact is final: its end and its supersession are set once, nothing else changes, nothing is deleted.
CREATE OR REPLACE FUNCTION keep_as_written() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE
    set_once text[] := string_to_array(TG_ARGV[0], ',');
    was jsonb;
    becomes jsonb;
    named text;
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a fact is never deleted (%)', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    was := to_jsonb(OLD);
    becomes := to_jsonb(NEW);
    IF current_user = 'sightline_recorder' THEN  -- the two-person functions: they move a fact to another record
        set_once := set_once || ARRAY['child_id', 'person_id', 'other_id', 'children', 'about'];
    END IF;
    IF (was - set_once) IS DISTINCT FROM (becomes - set_once) THEN
        RAISE EXCEPTION 'a fact is final: correct it with a new one (%)', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    FOREACH named IN ARRAY string_to_array(TG_ARGV[0], ',') LOOP
        IF coalesce(was ->> named, '') <> '' AND was -> named IS DISTINCT FROM becomes -> named THEN
            RAISE EXCEPTION 'set once and for all: % of %', named, TG_TABLE_NAME USING ERRCODE = '42501';
        END IF;
    END LOOP;
    RETURN NEW;
END $$;

-- A thing that is kept up to date goes from one version to the next, keeps its key, and is never deleted.
CREATE OR REPLACE FUNCTION keep_in_versions() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a record is never deleted (%)', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    IF NEW.id IS DISTINCT FROM OLD.id OR NEW.version <> OLD.version + 1 THEN
        RAISE EXCEPTION 'each change is the next version (%)', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION keep_whole() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'never changed, deleted or emptied (%)', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;

-- How long the oldest finished entry has waited for the seal: nothing about anybody, so that health checks may ask it.
CREATE OR REPLACE FUNCTION seal_lag() RETURNS interval
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH sealed AS (SELECT coalesce((SELECT bound FROM audit_trail_sealedbatch ORDER BY id DESC LIMIT 1), '0'::xid8) AS bound),
    waiting AS (
        SELECT 1 AS log, id, at FROM audit_trail_auditentry, sealed WHERE xid >= bound
        UNION ALL SELECT 2, id, at FROM audit_trail_readevent, sealed WHERE xid >= bound
        UNION ALL SELECT 3, id, at FROM audit_trail_refused, sealed WHERE xid >= bound
        UNION ALL SELECT 4, id, at FROM audit_trail_rowchange, sealed WHERE xid >= bound)
    SELECT coalesce(clock_timestamp() - min(at), interval '0') FROM waiting
     WHERE NOT EXISTS (SELECT FROM audit_trail_sealedrow sealed_row
                        WHERE sealed_row.log = waiting.log AND sealed_row.row = waiting.id)
$$;
