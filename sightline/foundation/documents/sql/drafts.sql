-- What a manager may know of drafts: that somebody who reports to them has begun something, and how long ago. Never the text.

CREATE OR REPLACE FUNCTION drafts_of_reports()
RETURNS TABLE (author_id uuid, title text, started_at timestamptz, saved_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT draft.author_id, draft.title::text, draft.started_at, draft.saved_at
      FROM documents_draft draft
      JOIN workforce_post post ON post.practitioner_id = draft.author_id
     WHERE post.manager_id = current_actor() AND post.ended IS NULL AND post.superseded_at IS NULL AND NOT post.contested
       AND draft.copy_of IS NULL
     ORDER BY draft.started_at
$$;
