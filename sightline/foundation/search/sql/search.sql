-- Search under row-level security loses its indexes, so it runs through functions of the search role, with the walls
-- inside: a sealed record is never found, nor one whose record excludes the person who asks; a restricted one is at most
-- a card without a name, for those who may break its glass.

-- What a list shows of the people who fit: of a restricted record at most that it exists and whose manager to ring, and
-- that only for a certain match and to those who may break its glass.
CREATE OR REPLACE FUNCTION search_people(
    asked_names text[], name_forms jsonb, asked_birth date, asked_identifiers text[], asked_postcode text,
    asked_reference bigint, asked_address text[], address_forms jsonb, tells_of_restricted boolean, at_most integer)
RETURNS TABLE (person_id uuid, fit real, matched text, restricted boolean, given_names text, known_as text,
               family_name text, birth_date date, birth_date_estimated boolean, expected_on date, died_on date,
               is_child boolean, team text, telephone text, worker text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH walled AS MATERIALIZED (SELECT walled_people() AS id), never AS MATERIALIZED (SELECT hard_walled_people() AS id),
    fitting AS MATERIALIZED (
        SELECT match.*, match.found IN (SELECT id FROM walled) AS behind
          FROM people_matching(asked_names, name_forms, asked_birth, asked_identifiers, asked_postcode, asked_reference,
                               asked_address, address_forms) match
         WHERE current_actor() IS NOT NULL AND match.found NOT IN (SELECT id FROM never)
           AND match.found NOT IN (SELECT adults_behind(ARRAY(SELECT id FROM walled)))
    ),
    shown AS MATERIALIZED (
        SELECT fitting.*, person.given_names, person.known_as, person.family_name, person.birth_date,
               person.birth_date_estimated, person.expected_on, person.died_on,
               EXISTS (SELECT FROM children_child child WHERE child.person_id = fitting.found) AS is_child
          FROM fitting JOIN children_person person ON person.id = fitting.found
         WHERE person.merged_into_id IS NULL AND (NOT fitting.behind OR (tells_of_restricted AND fitting.certain))
         ORDER BY fitting.fit DESC, folded_name(person.family_name), folded_name(person.given_names), fitting.found
         LIMIT at_most
    )
    SELECT shown.found, shown.fit, CASE WHEN shown.behind THEN '' ELSE shown.matched END, shown.behind,
           CASE WHEN NOT shown.behind THEN shown.given_names END, CASE WHEN NOT shown.behind THEN shown.known_as END,
           CASE WHEN NOT shown.behind THEN shown.family_name END, CASE WHEN NOT shown.behind THEN shown.birth_date END,
           NOT shown.behind AND shown.birth_date_estimated, CASE WHEN NOT shown.behind THEN shown.expected_on END,
           CASE WHEN NOT shown.behind THEN shown.died_on END, shown.is_child OR shown.behind,
           held.team, held.telephone, CASE WHEN NOT shown.behind THEN held.worker END
      FROM shown LEFT JOIN held_by(ARRAY(SELECT shown.found FROM shown)) held ON held.held = shown.found
     ORDER BY shown.fit DESC, folded_name(shown.family_name), folded_name(shown.given_names), shown.found
$$;

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
