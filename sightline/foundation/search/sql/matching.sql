-- The parts of which the search functions are made. They see every table and behind every wall, and one of them takes
-- the text of a condition, so nobody who logs in may call them: only the search functions do, which hold the walls.

-- The condition under which a text holds every word asked for. Rung 1: as it is. Rung 2: another form of it, or the
-- beginning of a longer word. Rung 3: also one that is spelt or sounds nearly the same.
CREATE OR REPLACE FUNCTION holds_words(words_of text, sounds_of text, asked text[], forms jsonb, rung integer) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT string_agg(CASE
        WHEN rung = 1 THEN format('%s LIKE %L', words_of, '% ' || word || ' %')
        ELSE format('(%s LIKE ANY (%L::text[])%s)', words_of,
               ARRAY(SELECT '% ' || form || '%' FROM jsonb_array_elements_text(forms -> word) form),
               CASE WHEN rung = 3 AND length(word) > 2 THEN
                   format(' OR %L <%% %s OR %s && name_sounds(%L)', word, words_of, sounds_of, word) ELSE '' END)
        END, ' AND ')
      FROM unnest(asked) word
$$;

-- The keys of the rows of a table whose names fit best, rung by rung until there are enough: how many fit a common name
-- does not matter, since a list shows fifty and asks for more to narrow it.
CREATE OR REPLACE FUNCTION rows_named(place text, words_of text, asked text[], forms jsonb) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    found uuid[] := '{}';
    further uuid[];
BEGIN
    PERFORM set_config('pg_trgm.word_similarity_threshold', '0.42', true);  -- in the function's head it stops a restore
    FOR rung IN 1..3 LOOP
        EXECUTE format('SELECT array_agg(id) FROM (SELECT id FROM %I WHERE %s AND id <> ALL ($1) %s LIMIT 150) nearest', place,
                       holds_words(words_of, replace(words_of, 'name_words', 'name_sounds'), asked, forms, rung),
                       CASE WHEN rung = 3 THEN format('ORDER BY word_similarity($2, %s) DESC', words_of) ELSE '' END)
           INTO further USING found, array_to_string(asked, ' ');
        found := found || coalesce(further, '{}');
        EXIT WHEN cardinality(found) >= 100;
    END LOOP;
    RETURN found;
END $$;

-- How well a text fits the words asked for, from 0 to 1.
CREATE OR REPLACE FUNCTION fit_of_words(words_of text, asked text[], forms jsonb) RETURNS real
LANGUAGE sql IMMUTABLE AS $$
    SELECT coalesce(avg(greatest(
        CASE WHEN strpos(words_of, ' ' || word || ' ') > 0 THEN 1.0 WHEN strpos(words_of, ' ' || word) > 0 THEN 0.85 END,
        (SELECT max(0.9) FROM jsonb_array_elements_text(forms -> word) form WHERE strpos(words_of, ' ' || form || ' ') > 0),
        word_similarity(word, words_of) * 0.9, 0.4)), 0)::real
      FROM unnest(asked) word
$$;

-- People by name, past names included; the walls are not yet applied.
CREATE OR REPLACE FUNCTION people_named(asked text[], forms jsonb) RETURNS TABLE (found uuid, fit real, matched text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    now_called text := 'name_words(given_names || '' '' || known_as || '' '' || family_name)';
    was_called text := 'name_words(given_names || '' '' || family_name)';
BEGIN
    IF cardinality(asked) = 0 THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT id, fit_of_words(name_words(given_names || ' ' || known_as || ' ' || family_name), asked, forms), 'name'
                   FROM children_person WHERE id = ANY (rows_named('children_person', now_called, asked, forms));
    RETURN QUERY SELECT person_id, fit_of_words(name_words(given_names || ' ' || family_name), asked, forms) * 0.95::real,
                        'other name'
                   FROM children_personname
                  WHERE superseded_at IS NULL AND id = ANY (rows_named('children_personname', was_called, asked, forms));
END $$;

-- People by address; protected addresses are never searched.
CREATE OR REPLACE FUNCTION people_at(asked text[], forms jsonb) RETURNS TABLE (found uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF cardinality(asked) = 0 THEN
        RETURN;
    END IF;
    RETURN QUERY EXECUTE format(
        'SELECT DISTINCT person_id FROM (SELECT person_id FROM children_address WHERE superseded_at IS NULL AND %s LIMIT 300) near',
        holds_words('name_words(lines)', '', asked, forms, 2));
END $$;

-- Everybody who fits what was asked, once, with how well and why; the walls are not yet applied.
CREATE OR REPLACE FUNCTION people_matching(
    asked_names text[], name_forms jsonb, asked_birth date, asked_identifiers text[], asked_postcode text,
    asked_reference bigint, asked_address text[], address_forms jsonb)
RETURNS TABLE (found uuid, fit real, certain boolean, matched text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH otherwise (found, fit, certain, kind) AS (
        SELECT id, 0.5::real, cardinality(asked_names) > 0, 'birth date' FROM children_person WHERE birth_date = asked_birth
        UNION ALL
        SELECT person_id, 2, true, 'number' FROM children_identifier
         WHERE value = ANY (asked_identifiers) AND superseded_at IS NULL
        UNION ALL
        SELECT id, 2.1, true, 'reference' FROM children_person WHERE reference = asked_reference
        UNION ALL
        SELECT DISTINCT person_id, 0.55, true, 'address' FROM children_address
         WHERE postcode = asked_postcode AND superseded_at IS NULL
        UNION ALL
        SELECT lives.found, 0.55, true, 'address' FROM people_at(asked_address, address_forms) lives
    ), hits AS (
        SELECT * FROM otherwise
        UNION ALL
        SELECT named.found, named.fit, named.fit >= 0.99 AND cardinality(asked_names) > 1, named.matched
          FROM people_named(asked_names, name_forms) named
        UNION ALL  -- of a common name not everybody is among those found by it
        SELECT person.id, fit_of_words(name_words(given_names || ' ' || known_as || ' ' || family_name), asked_names, name_forms),
               false, 'name'
          FROM children_person person
         WHERE cardinality(asked_names) > 0 AND person.id IN (SELECT found FROM otherwise)
           AND fit_of_words(name_words(given_names || ' ' || known_as || ' ' || family_name), asked_names, name_forms) >= 0.6
    )
    SELECT hits.found, sum(DISTINCT hits.fit)::real, bool_or(hits.certain),
           string_agg(DISTINCT hits.kind, ', ' ORDER BY hits.kind)
      FROM hits GROUP BY hits.found
    HAVING bool_or(hits.kind <> 'birth date') OR cardinality(asked_names) = 0
$$;

-- Adults who stand in records that are all behind a wall, for the one who asks: what is known about an adult follows the
-- children's records that they are in, so to be found by name would tell of a record that does not exist.
CREATE OR REPLACE FUNCTION adults_behind(walled uuid[]) RETURNS SETOF uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    WITH near AS (
        SELECT other_id AS adult FROM children_relationship
         WHERE person_id = ANY (walled) AND other_id IS NOT NULL AND superseded_at IS NULL
        UNION
        SELECT person_id FROM children_relationship WHERE other_id = ANY (walled) AND superseded_at IS NULL
    ), ties AS (
        SELECT near.adult, tie.other_id AS child FROM near JOIN children_relationship tie ON tie.person_id = near.adult
         WHERE tie.superseded_at IS NULL
        UNION ALL
        SELECT near.adult, tie.person_id FROM near JOIN children_relationship tie ON tie.other_id = near.adult
         WHERE tie.superseded_at IS NULL
    )
    SELECT adult FROM near
     WHERE NOT EXISTS (SELECT FROM children_child WHERE person_id = adult)
       AND NOT EXISTS (SELECT FROM ties JOIN children_child known ON known.person_id = ties.child
                        WHERE ties.adult = near.adult AND ties.child <> ALL (walled))
$$;

-- Who holds a child, as far as a list may say.
CREATE OR REPLACE FUNCTION held_by(asked uuid[])
RETURNS TABLE (held uuid, team text, telephone text, worker text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT involvement.child_id,
           max(team.name) FILTER (WHERE involvement.kind = 'holding_team'),
           max(team.telephone) FILTER (WHERE involvement.kind = 'holding_team'),
           max(practitioner.name) FILTER (WHERE involvement.kind = 'allocated_worker')
      FROM workforce_involvement involvement
      LEFT JOIN workforce_team team ON team.id = involvement.team_id
      LEFT JOIN workforce_practitioner practitioner ON practitioner.id = involvement.practitioner_id
     WHERE involvement.child_id = ANY (asked) AND involvement.ended IS NULL AND involvement.superseded_at IS NULL
     GROUP BY involvement.child_id
$$;

-- What a list shows of the people who fit: of a restricted record at most that it exists and whose manager to ring, and
-- that only for a certain match and to those who may break its glass.
CREATE OR REPLACE FUNCTION people_to_show(
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
