-- What a link to answer with asks, for whoever has the link: which items, of which agency, until when, and whether it is
-- still open. Nothing that tells whom it is about.
CREATE OR REPLACE FUNCTION reply_link_of(digest text)
RETURNS TABLE (link uuid, items text[], agency text, expires_at timestamptz, revoked boolean, answered boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT link.id, asked.items::text[], agency.name, link.expires_at, link.revoked_at IS NOT NULL,
           EXISTS (SELECT FROM front_door_receivedbyform received WHERE received.token_digest = link.token_digest)
      FROM front_door_replylink link
      JOIN front_door_agencycheck asked ON asked.id = link.asked_id
      JOIN children_agency agency ON agency.id = asked.agency_id
     WHERE link.token_digest = digest AND digest <> '' AND asked.superseded_at IS NULL
$$;
