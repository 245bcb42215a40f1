-- Functions through which the audit is written. They belong to the recorder role, which nobody can log in as.
-- A transaction's settings (sightline.actor and so on) stop mistakes; they do not stop somebody who can run SQL as the
-- web role from naming another actor. What such a person cannot do is read a record without an entry in the read log.

CREATE OR REPLACE FUNCTION current_actor() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('sightline.actor', true), '')::uuid $$;

CREATE OR REPLACE FUNCTION current_request() RETURNS uuid LANGUAGE sql STABLE AS
$$ SELECT nullif(current_setting('sightline.request', true), '')::uuid $$;

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
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO audit_trail_refused (at, practitioner_id, session, route, asked_for, why)
    VALUES (clock_timestamp(), asked_by, asked_session, asked_route, asked_for_person, asked_why)
$$;

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
    IF asked_by IS DISTINCT FROM current_actor() AND asked_system = '' THEN
        RAISE EXCEPTION 'the audit names the actor of the transaction and nobody else' USING ERRCODE = '42501';
    END IF;
    INSERT INTO audit_trail_auditentry
        (at, practitioner_id, system, role, team_id, basis, session, name, says, about, facts, request_key, result, digest)
    VALUES (clock_timestamp(), asked_by, asked_system, asked_role, asked_team, asked_basis, asked_session, asked_name,
            asked_says, asked_about, asked_facts, asked_key, asked_result, asked_digest)
    RETURNING audit_trail_auditentry.id INTO entry;
    RETURN entry;
END $$;

-- Every change of every row, however it was made. One function serves insert, update and delete; its arguments are the
-- names of the key column and of the column that says whom the row is about ('' where there is none).
CREATE OR REPLACE FUNCTION record_change() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    entry bigint := nullif(current_setting('sightline.entry', true), '')::bigint;
BEGIN
    IF TG_OP = 'INSERT' THEN
        INSERT INTO audit_trail_rowchange (at, entry_id, "table", key, subject, operation, old, digest, by_role)
        SELECT clock_timestamp(), entry, TG_TABLE_NAME, fresh ->> TG_ARGV[0], change_subject(fresh, TG_ARGV[1]), 'insert',
               NULL, encode(sha256(convert_to(fresh::text, 'UTF8')), 'hex'), session_user
          FROM (SELECT to_jsonb(r) AS fresh FROM fresh_rows r) rows;
    ELSIF TG_OP = 'UPDATE' THEN
        INSERT INTO audit_trail_rowchange (at, entry_id, "table", key, subject, operation, old, digest, by_role)
        SELECT clock_timestamp(), entry, TG_TABLE_NAME, stale ->> TG_ARGV[0], change_subject(stale, TG_ARGV[1]), 'update',
               stale, encode(sha256(convert_to(fresh::text, 'UTF8')), 'hex'), session_user
          FROM (SELECT to_jsonb(s) AS stale FROM stale_rows s) was
          JOIN (SELECT to_jsonb(r) AS fresh FROM fresh_rows r) became
            ON stale ->> TG_ARGV[0] = fresh ->> TG_ARGV[0];
    ELSE
        INSERT INTO audit_trail_rowchange (at, entry_id, "table", key, subject, operation, old, digest, by_role)
        SELECT clock_timestamp(), entry, TG_TABLE_NAME, stale ->> TG_ARGV[0], change_subject(stale, TG_ARGV[1]), 'delete',
               stale, '', session_user
          FROM (SELECT to_jsonb(s) AS stale FROM stale_rows s) was;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION change_subject(whole_row jsonb, named text) RETURNS uuid LANGUAGE sql IMMUTABLE AS
$$ SELECT CASE WHEN named = '' OR jsonb_typeof(whole_row -> named) <> 'string' THEN NULL
               ELSE (whole_row ->> named)::uuid END $$;

-- A fact is final: its end and its supersession are set once, nothing else changes, nothing is deleted.
CREATE OR REPLACE FUNCTION keep_as_written() RETURNS trigger LANGUAGE plpgsql AS $$
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
        set_once := set_once || ARRAY['child_id', 'person_id', 'children'];
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
CREATE OR REPLACE FUNCTION keep_in_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'a record is never deleted (%)', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    IF NEW.id IS DISTINCT FROM OLD.id OR NEW.version <> OLD.version + 1 THEN
        RAISE EXCEPTION 'each change is the next version (%)', TG_TABLE_NAME USING ERRCODE = '42501';
    END IF;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION keep_whole() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'never changed, deleted or emptied (%)', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;

CREATE OR REPLACE FUNCTION ensure_read_log_month(month date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    first date := date_trunc('month', month);
    named text := 'audit_trail_readevent_' || to_char(first, 'YYYY_MM');
BEGIN
    IF to_regclass(named) IS NULL AND NOT EXISTS (
        SELECT FROM audit_trail_readevent_other WHERE at >= first AND at < first + interval '1 month') THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF audit_trail_readevent FOR VALUES FROM (%L) TO (%L)',
                       named, first, first + interval '1 month');
    END IF;
END $$;
