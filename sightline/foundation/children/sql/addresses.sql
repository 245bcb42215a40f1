-- Where a protected address is. The web role may not read these columns at all: it gets them here, of a person whose
-- record this transaction opened, once the person who asks has said what for, which stands in the record. The moment is
-- the audit entry's, which whoever asks cannot choose; five minutes let a page that was sent twice show them again.
CREATE OR REPLACE FUNCTION addresses_for_a_purpose(asked uuid)
RETURNS TABLE (lines text, postcode text, kept_from text, why text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT place.lines, place.postcode, place.kept_from, place.why
      FROM children_protectedaddress place
     WHERE place.person_id = asked AND place.superseded_at IS NULL AND NOT place.contested AND place.ended IS NULL
       AND asked IN (SELECT opened_people())
       AND EXISTS (SELECT FROM children_addressdisclosure said
                     JOIN audit_trail_auditentry entry ON entry.id = said.entry_id
                    WHERE said.person_id = asked AND said.superseded_at IS NULL
                      AND entry.practitioner_id = current_actor()
                      AND entry.at > clock_timestamp() - interval '5 minutes')
     ORDER BY place.began DESC, place.id DESC
$$;
