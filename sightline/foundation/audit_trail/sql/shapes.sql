-- A migration that changes a table's columns changes the digests of its rows. This notes the new digests, once for each
-- change of columns, and is called only when `sightline migrate` ends, as the owner. Where columns were only added, a row is noted
-- only if without them it still has the digest that was last recorded, so that an altered row is not noted as good.
CREATE OR REPLACE FUNCTION record_shapes() RETURNS void
LANGUAGE plpgsql SET search_path = public, pg_temp
SET timezone = 'UTC' SET extra_float_digits = 1 SET intervalstyle = 'postgres' SET bytea_output = 'hex' AS $$
DECLARE
    tracked record;
    now_has text[];
    had text[];
BEGIN
    FOR tracked IN SELECT relation.relname AS named, split_part(encode(made.tgargs, 'escape'), '\000', 1) AS key_column
                     FROM pg_trigger made JOIN pg_class relation ON relation.oid = made.tgrelid
                    WHERE made.tgname = 'change_insert' AND relation.relnamespace = 'public'::regnamespace
    LOOP
        SELECT array_agg(attname || ' ' || format_type(atttypid, atttypmod) ORDER BY attname) INTO now_has
          FROM pg_attribute WHERE attrelid = tracked.named::regclass AND attnum > 0 AND NOT attisdropped;
        SELECT columns INTO had FROM audit_trail_recordedshape WHERE "table" = tracked.named ORDER BY id DESC LIMIT 1;
        CONTINUE WHEN had = now_has;
        EXECUTE format('LOCK TABLE %I IN SHARE ROW EXCLUSIVE MODE', tracked.named);
        EXECUTE format(
            'INSERT INTO audit_trail_rowchange (at, "table", key, operation, digest, by_role)'
            ' SELECT clock_timestamp(), %1$L, fresh ->> %2$L, ''shape'','
            '        encode(sha256(convert_to(fresh::text, ''UTF8'')), ''hex''), acting_role()'
            '   FROM (SELECT to_jsonb(r) AS fresh FROM %1$I r) rows'
            '   LEFT JOIN LATERAL (SELECT digest FROM audit_trail_rowchange'
            '                       WHERE "table" = %1$L AND key = fresh ->> %2$L ORDER BY id DESC LIMIT 1) last ON true'
            '  WHERE $1 IS NULL OR last.digest = encode(sha256(convert_to((fresh - $1)::text, ''UTF8'')), ''hex'')',
            tracked.named, tracked.key_column)
        USING CASE WHEN had <@ now_has
                   THEN ARRAY(SELECT split_part(added, ' ', 1) FROM unnest(now_has) added WHERE added <> ALL (had)) END;
        INSERT INTO audit_trail_recordedshape ("table", columns, at) VALUES (tracked.named, now_has, clock_timestamp());
    END LOOP;
END $$;
