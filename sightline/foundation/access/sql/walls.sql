-- What an emergency opening may know before the glass is broken: that a restricted record exists, and whom to ring.
CREATE OR REPLACE FUNCTION restricted_record(asked_for uuid) RETURNS TABLE (team text, telephone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT coalesce(team.name, ''), coalesce(team.telephone, '')
      FROM access_restriction restriction
      LEFT JOIN workforce_involvement holding
        ON holding.child_id = restriction.person_id AND holding.kind = 'holding_team'
       AND holding.ended IS NULL AND holding.superseded_at IS NULL
      LEFT JOIN workforce_team team ON team.id = holding.team_id
     WHERE restriction.person_id = asked_for AND restriction.ended IS NULL AND restriction.superseded_at IS NULL
       AND restriction.person_id NOT IN (SELECT hard_walled_people())
       AND current_actor() IS NOT NULL
     LIMIT 1
$$;

-- Restricted records that fewer than two people at work, or no manager, can open, by number: somebody left, was suspended
-- or was excluded since. The roles that open records, and those that manage restrictions, come from permissions.csv.
CREATE OR REPLACE FUNCTION unopenable_records(openers text[], managers text[])
RETURNS TABLE (person uuid, reference bigint, team text, readers integer, managing integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT restriction.person_id, about.reference, coalesce(max(team.name), ''), count(DISTINCT post.practitioner_id)::integer,
           (count(DISTINCT post.practitioner_id) FILTER (WHERE post.role = ANY (managers)))::integer
      FROM access_restriction restriction
      JOIN children_person about ON about.id = restriction.person_id
      LEFT JOIN workforce_involvement holding
        ON holding.child_id = restriction.person_id AND holding.kind = 'holding_team'
       AND holding.ended IS NULL AND holding.superseded_at IS NULL
      LEFT JOIN workforce_team team ON team.id = holding.team_id
      LEFT JOIN access_namedreader named
        ON named.person_id = restriction.person_id AND named.ended IS NULL AND named.superseded_at IS NULL
       AND NOT EXISTS (SELECT FROM access_exclusion excluded
                        WHERE excluded.person_id = named.person_id AND excluded.practitioner_id = named.practitioner_id
                          AND excluded.ended IS NULL AND excluded.superseded_at IS NULL)
      LEFT JOIN (SELECT DISTINCT ON (held.practitioner_id) held.practitioner_id, held.role
                   FROM workforce_post held
                   JOIN workforce_practitioner practitioner
                     ON practitioner.id = held.practitioner_id AND practitioner.suspended_at IS NULL
                    AND practitioner.starts_on <= current_date
                    AND (practitioner.ends_on IS NULL OR practitioner.ends_on >= current_date)
                  WHERE held.superseded_at IS NULL AND held.began <= current_date
                    AND (held.ended IS NULL OR held.ended >= current_date)
                  ORDER BY held.practitioner_id, held.began DESC, held.id DESC) post
        ON post.practitioner_id = named.practitioner_id AND post.role = ANY (openers)
     WHERE restriction.ended IS NULL AND restriction.superseded_at IS NULL AND current_actor() IS NOT NULL
       AND restriction.person_id NOT IN (SELECT hard_walled_people())
     GROUP BY restriction.person_id, about.reference
    HAVING count(DISTINCT post.practitioner_id) < 2
        OR count(DISTINCT post.practitioner_id) FILTER (WHERE post.role = ANY (managers)) = 0
     ORDER BY about.reference
$$;

-- Emergency openings that nobody has reviewed; whoever reviews them sees the record's number, not whose it is.
CREATE OR REPLACE FUNCTION openings_awaiting_review() RETURNS TABLE (
    opening uuid, person uuid, reference bigint, practitioner uuid, practitioner_name text, opened_at timestamptz,
    reason_code text, reason text, until timestamptz, review_by date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT glass.id, glass.person_id, person.reference, glass.practitioner_id, practitioner.name, glass.happened_at,
           glass.reason_code, glass.reason, glass.until, glass.review_by
      FROM access_opening glass
      JOIN children_person person ON person.id = glass.person_id
      JOIN workforce_practitioner practitioner ON practitioner.id = glass.practitioner_id
     WHERE glass.kind = 'break_glass' AND glass.superseded_at IS NULL
       AND glass.practitioner_id <> current_actor()
       AND glass.person_id NOT IN (SELECT hard_walled_people())
       AND NOT EXISTS (SELECT FROM access_openingreview review
                        WHERE review.opening_id = glass.id AND review.superseded_at IS NULL)
     ORDER BY glass.happened_at
$$;

-- Orders that keep somebody behind a wall away from people whose records are open: a child is protected by an order also
-- where whoever visits may not know whom it names. Nothing that could tell who: no name, no terms, no recorder.
CREATE OR REPLACE FUNCTION no_contact_behind_walls(people uuid[]) RETURNS SETOF jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT to_jsonb(contact) || jsonb_build_object(
               'other_id', NULL, 'who', '', 'terms', '', 'recorded_by_id', NULL, 'entry_id', NULL,
               'supersedes_id', NULL, 'correction_reason', '')
      FROM children_nocontact contact
     WHERE contact.person_id = ANY (people) AND contact.person_id IN (SELECT opened_people())
       AND contact.other_id IN (SELECT walled_people())
       AND contact.ended IS NULL AND contact.superseded_at IS NULL AND NOT contact.contested
       AND current_actor() IS NOT NULL
$$;
