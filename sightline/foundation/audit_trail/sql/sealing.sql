-- Functions that only background jobs may call: the seal of the audit, and the read log's months made ahead.

CREATE OR REPLACE FUNCTION ensure_read_log_month(month date) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    first date := date_trunc('month', month);
    named text := 'audit_trail_readevent_' || to_char(first, 'YYYY_MM');
BEGIN
    IF month > current_date + 366 OR month < current_date - 366 THEN
        RAISE EXCEPTION 'the read log is prepared for a year ahead, not for %', month;
    END IF;
    IF to_regclass(named) IS NULL AND NOT EXISTS (
        SELECT FROM audit_trail_readevent_other WHERE at >= first AND at < first + interval '1 month') THEN
        EXECUTE format('CREATE TABLE %I PARTITION OF audit_trail_readevent FOR VALUES FROM (%L) TO (%L)',
                       named, first, first + interval '1 month');
        PERFORM keep_partition(named);
    END IF;
END $$;

-- A partition asked directly has its own row security and its own triggers; nobody is granted it anyway.
CREATE OR REPLACE FUNCTION keep_partition(named text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', named);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', named);
    EXECUTE format('DROP POLICY IF EXISTS whole ON %I', named);
    EXECUTE format('CREATE POLICY whole ON %I TO sightline_owner, sightline_jobs, sightline_recorder USING (true)', named);
    EXECUTE format('DROP POLICY IF EXISTS copied ON %I', named);
    EXECUTE format('CREATE POLICY copied ON %I FOR SELECT TO sightline_backup, sightline_search USING (true)', named);
    EXECUTE format('DROP TRIGGER IF EXISTS keep_from_emptying ON %I', named);
    EXECUTE format('CREATE TRIGGER keep_from_emptying BEFORE TRUNCATE ON %I FOR EACH STATEMENT'
                   ' EXECUTE FUNCTION keep_whole()', named);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER keep_from_emptying', named);
END $$;

-- Which PostgreSQL this is, in which course of its history: numbers of transactions are comparable only within one.
CREATE OR REPLACE FUNCTION cluster_identity() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT system_identifier || '.' || left(pg_walfile_name(pg_current_wal_lsn()), 8) FROM pg_control_system()
$$;

-- The last number given out in each log: a database cut off at its end has given out more than one restored from a backup.
CREATE OR REPLACE FUNCTION numbers_given() RETURNS bigint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT array_agg(coalesce(pg_sequence_last_value((log || '_id_seq')::regclass), 0) ORDER BY place)
      FROM unnest(ARRAY['audit_trail_auditentry', 'audit_trail_readevent', 'audit_trail_refused', 'audit_trail_rowchange'])
           WITH ORDINALITY AS logs (log, place)
$$;

-- Audit rows that no batch has sealed yet, in the order of their transactions, as the text whose digest is taken.
-- The seal calls it for transactions before the oldest one still running; `before` is null after a restore.
CREATE OR REPLACE FUNCTION unsealed_rows(since xid8, before xid8, at_most integer)
RETURNS TABLE (log smallint, "row" bigint, transaction xid8, content text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET timezone = 'UTC' SET datestyle = 'ISO' AS $$
    (SELECT 1::smallint AS log, id, xid, ROW(id, xid, at, practitioner_id, system, role, team_id, basis, session, name,
                                             says, about, facts, request_key, result, digest)::text
       FROM audit_trail_auditentry unsealed WHERE xid >= since AND (before IS NULL OR xid < before)
        AND NOT EXISTS (SELECT FROM audit_trail_sealedrow sealed WHERE sealed.log = 1 AND sealed.row = unsealed.id)
      ORDER BY xid, id LIMIT at_most)
    UNION ALL
    (SELECT 2, id, xid, ROW(id, xid, at, practitioner_id, session, request, route, basis, reason, opened, via, shown)::text
       FROM audit_trail_readevent unsealed WHERE xid >= since AND (before IS NULL OR xid < before)
        AND NOT EXISTS (SELECT FROM audit_trail_sealedrow sealed WHERE sealed.log = 2 AND sealed.row = unsealed.id)
      ORDER BY xid, id LIMIT at_most)
    UNION ALL
    (SELECT 3, id, xid, ROW(id, xid, at, practitioner_id, session, route, asked_for, why)::text
       FROM audit_trail_refused unsealed WHERE xid >= since AND (before IS NULL OR xid < before)
        AND NOT EXISTS (SELECT FROM audit_trail_sealedrow sealed WHERE sealed.log = 3 AND sealed.row = unsealed.id)
      ORDER BY xid, id LIMIT at_most)
    UNION ALL
    (SELECT 4, id, xid, ROW(id, xid, at, entry_id, "table", key, subject, operation, old, digest, by_role)::text
       FROM audit_trail_rowchange unsealed WHERE xid >= since AND (before IS NULL OR xid < before)
        AND NOT EXISTS (SELECT FROM audit_trail_sealedrow sealed WHERE sealed.log = 4 AND sealed.row = unsealed.id)
      ORDER BY xid, id LIMIT at_most)
    ORDER BY 3, 1, 2 LIMIT at_most
$$;

CREATE OR REPLACE FUNCTION add_sealed_batch(
    batch bigint, sealed_at timestamptz, in_epoch integer, on_cluster text, sealed_up_to xid8, first_place bigint,
    logs smallint[], sealed_rows bigint[], digests bytea[], new_head bytea) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF batch <> (SELECT coalesce(max(id), 0) + 1 FROM audit_trail_sealedbatch)
       OR first_place <> (SELECT coalesce(max(id), 0) + 1 FROM audit_trail_sealedrow) THEN
        RAISE EXCEPTION 'the seal is added to at its end and nowhere else' USING ERRCODE = '42501';
    END IF;
    INSERT INTO audit_trail_sealedbatch (id, at, epoch, cluster, bound, first, last, head)
    VALUES (batch, sealed_at, in_epoch, on_cluster, sealed_up_to, first_place, first_place + cardinality(digests) - 1, new_head);
    INSERT INTO audit_trail_sealedrow (id, log, "row", digest)
    SELECT first_place + place - 1, part.log, part.sealed, part.digest
      FROM unnest(logs, sealed_rows, digests) WITH ORDINALITY AS part (log, sealed, digest, place);
END $$;
