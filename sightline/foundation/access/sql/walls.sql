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

-- How many people who still work here could open a restricted record, and how many of them are managers.
CREATE OR REPLACE FUNCTION readers_at_work(asked_for uuid, managers_only boolean) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT count(DISTINCT practitioner.id)::integer
      FROM access_namedreader named
      JOIN workforce_practitioner practitioner ON practitioner.id = named.practitioner_id
      JOIN workforce_post post ON post.practitioner_id = practitioner.id
     WHERE named.person_id = asked_for AND named.ended IS NULL AND named.superseded_at IS NULL
       AND post.ended IS NULL AND post.superseded_at IS NULL AND practitioner.suspended_at IS NULL
       AND (practitioner.ends_on IS NULL OR practitioner.ends_on >= current_date)
       AND (NOT managers_only OR post.role IN ('team_manager', 'service_manager', 'director'))
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
