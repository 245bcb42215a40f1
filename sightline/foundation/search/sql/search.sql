-- Search under row-level security loses its indexes, so it runs through functions of the search role, with the walls
-- inside: a sealed record is never found, nor one whose record excludes the person who asks; a restricted one is at most
-- a card without a name, for those who may break its glass.

-- The same for whoever may search. Outside the transaction a line in the server's log says who was shown to whom, so that
-- a search in SQL which is rolled back leaves one as well; what was searched for is a name, and is written nowhere.
CREATE OR REPLACE FUNCTION search_people(
    asked_names text[], name_forms jsonb, asked_birth date, asked_identifiers text[], asked_postcode text,
    asked_reference bigint, asked_address text[], address_forms jsonb, tells_of_restricted boolean, at_most integer)
RETURNS TABLE (person_id uuid, fit real, matched text, restricted boolean, given_names text, known_as text,
               family_name text, birth_date date, birth_date_estimated boolean, expected_on date, died_on date,
               is_child boolean, team text, telephone text, worker text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    shown uuid[] := '{}';
BEGIN
    FOR person_id, fit, matched, restricted, given_names, known_as, family_name, birth_date, birth_date_estimated,
        expected_on, died_on, is_child, team, telephone, worker IN
        SELECT * FROM people_to_show(asked_names, name_forms, asked_birth, asked_identifiers, asked_postcode,
                                     asked_reference, asked_address, address_forms, tells_of_restricted, at_most)
    LOOP
        shown := shown || person_id;
        RETURN NEXT;
    END LOOP;
    RAISE LOG 'a search showed, to %, %', current_actor(), shown;
END $$;

-- Whether somebody else already has an identifier, without saying who: people behind a wall never count.
CREATE OR REPLACE FUNCTION identifier_is_taken(asked_kind text, asked_value text, by_other_than uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM children_identifier identifier
         WHERE identifier.kind = asked_kind AND identifier.value = asked_value AND identifier.superseded_at IS NULL
           AND identifier.ended IS NULL AND identifier.person_id IS DISTINCT FROM by_other_than
           AND identifier.person_id NOT IN (SELECT walled_people()))
$$;

-- The children in whose network somebody stands, of those whom the person who asks might see at all.
CREATE OR REPLACE FUNCTION records_with(asked uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT child.person_id FROM children_child child
     WHERE asked NOT IN (SELECT walled_people()) AND child.person_id NOT IN (SELECT walled_people())
       AND child.person_id IN (
           SELECT CASE WHEN tie.person_id = asked THEN tie.other_id ELSE tie.person_id END
             FROM children_relationship tie
            WHERE (tie.person_id = asked OR tie.other_id = asked) AND tie.superseded_at IS NULL)
$$;
