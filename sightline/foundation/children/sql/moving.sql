-- The only way a fact changes the person it is about: two practitioners agree, one of them being the one who acts now.
-- It serves merging two records of one person, an entry made on the wrong child, and twins. Everything moves, or, where
-- facts are named, only those.

CREATE OR REPLACE FUNCTION refuse_move_unless_agreed(
    from_person uuid, to_person uuid, asked_by uuid, agreed_by uuid, asked_reason text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    working integer;
BEGIN
    SELECT count(*) INTO working FROM workforce_practitioner
     WHERE id IN (asked_by, agreed_by) AND suspended_at IS NULL AND starts_on <= current_date
       AND (ends_on IS NULL OR ends_on >= current_date);
    IF agreed_by IS DISTINCT FROM current_actor() THEN
        RAISE EXCEPTION 'The person who agrees must be the person who is signed in.' USING ERRCODE = 'MV001';
    ELSIF asked_by IS NULL OR asked_by = agreed_by OR working <> 2 THEN
        RAISE EXCEPTION 'Two different practitioners must agree before anything moves to another record.' USING ERRCODE = 'MV001';
    ELSIF from_person = to_person OR NOT ARRAY[from_person, to_person] <@ ARRAY(SELECT opened_people()) THEN
        RAISE EXCEPTION 'Open both records before anything moves between them.' USING ERRCODE = 'MV001';
    ELSIF EXISTS (SELECT FROM access_exclusion WHERE practitioner_id = asked_by AND ended IS NULL
                     AND superseded_at IS NULL AND person_id IN (from_person, to_person)) THEN
        RAISE EXCEPTION 'Open both records before anything moves between them.' USING ERRCODE = 'MV001';
    ELSIF length(btrim(coalesce(asked_reason, ''))) < 20 THEN
        RAISE EXCEPTION 'Say in at least 20 characters why this moves to another record.' USING ERRCODE = 'MV001';
    ELSIF (SELECT count(*) FROM children_child WHERE person_id IN (from_person, to_person)) = 1 THEN
        RAISE EXCEPTION 'A child''s record and an adult''s cannot be put together.' USING ERRCODE = 'MV001';
    END IF;
END $$;

-- Where the person of a fact is written down: table, column, and whether it is a list.
CREATE OR REPLACE FUNCTION places_of_people() RETURNS TABLE (place name, named name, many boolean, key name)
LANGUAGE sql STABLE AS $$
    SELECT class.relname, attribute.attname, attribute.atttypid = 'uuid[]'::regtype,
           CASE WHEN class.relname = 'chronology_factindex' THEN 'fact_id' ELSE 'id' END
      FROM pg_trigger watch JOIN pg_class class ON class.oid = watch.tgrelid
      JOIN pg_attribute attribute ON attribute.attrelid = class.oid AND NOT attribute.attisdropped
     WHERE watch.tgname = 'keep_as_written' AND attribute.attname IN ('child_id', 'person_id', 'other_id', 'children', 'about')
     ORDER BY class.relname, attribute.attname
$$;

CREATE OR REPLACE FUNCTION move_facts(
    from_person uuid, to_person uuid, asked_by uuid, agreed_by uuid, asked_reason text, only_facts uuid[] DEFAULT NULL)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    spot record;
    moved jsonb := '[]';
    keys_moved jsonb;
    entry bigint;
BEGIN
    PERFORM refuse_move_unless_agreed(from_person, to_person, asked_by, agreed_by, asked_reason);
    FOR spot IN SELECT * FROM places_of_people() LOOP
        EXECUTE format('SELECT coalesce(jsonb_agg(jsonb_build_array(%L, %I)), ''[]'') FROM %I WHERE $1 = %s
                           AND ($2 IS NULL OR %I = ANY ($2))', spot.place || '.' || spot.named, spot.key, spot.place,
                       CASE WHEN spot.many THEN format('ANY (%I)', spot.named) ELSE quote_ident(spot.named) END, spot.key)
           INTO keys_moved USING from_person, only_facts;
        moved := moved || keys_moved;
    END LOOP;
    entry := record_entry(agreed_by, '', (SELECT role FROM workforce_post WHERE practitioner_id = agreed_by AND ended IS NULL
                            AND superseded_at IS NULL LIMIT 1), NULL, 'two people agreed',
                          coalesce(current_setting('sightline.session', true), ''), 'foundation.children.move_facts',
                          'moved facts to another record', ARRAY[from_person, to_person],
                          moved || jsonb_build_array(jsonb_build_array('asked by', asked_by)), NULL, to_person,
                          encode(sha256(convert_to(asked_reason, 'UTF8')), 'hex'));
    PERFORM set_config('sightline.entry', entry::text, true);
    FOR spot IN SELECT * FROM places_of_people() LOOP
        EXECUTE format(CASE WHEN spot.many THEN
                'UPDATE %1$I SET %2$I = ARRAY(SELECT DISTINCT unnest(array_replace(%2$I, $1, $2)))
                  WHERE $1 = ANY (%2$I) AND ($3 IS NULL OR %3$I = ANY ($3))'
            ELSE 'UPDATE %1$I SET %2$I = $2 WHERE %2$I = $1 AND ($3 IS NULL OR %3$I = ANY ($3))' END,
            spot.place, spot.named, spot.key) USING from_person, to_person, only_facts;
    END LOOP;
    IF only_facts IS NULL THEN
        UPDATE children_person SET merged_into_id = to_person, version = version + 1 WHERE id = from_person;
    END IF;
    RETURN entry;
END $$;
