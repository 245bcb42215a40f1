-- How names are compared, sorted and indexed. Whoever writes a name calls these, since the indexes do.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- A name without case, accents, apostrophes and hyphens: how names are compared and sorted.
CREATE OR REPLACE FUNCTION folded_name(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT btrim(regexp_replace(translate(lower(public.unaccent('public.unaccent'::regdictionary, normalize(given, NFKC))),
                                         '''’‘ʼʻ`´', ''), '[^[:alnum:]]+', ' ', 'g')) $$;

-- The same with a space round every word, so that the beginning of a word can be looked for.
CREATE OR REPLACE FUNCTION name_words(given text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT ' ' || public.folded_name(given) || ' ' $$;

-- How the words of a name sound.
CREATE OR REPLACE FUNCTION name_sounds(given text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS
$$ SELECT coalesce(array_agg(public.dmetaphone(word)), '{}') FROM unnest(string_to_array(public.folded_name(given), ' ')) word
    WHERE length(word) > 2 AND public.dmetaphone(word) <> '' $$;

CREATE INDEX IF NOT EXISTS person_words ON children_person
 USING gin (name_words(given_names || ' ' || known_as || ' ' || family_name) gin_trgm_ops);
CREATE INDEX IF NOT EXISTS person_sounds ON children_person
 USING gin (name_sounds(given_names || ' ' || known_as || ' ' || family_name));
CREATE INDEX IF NOT EXISTS other_name_words ON children_personname
 USING gin (name_words(given_names || ' ' || family_name) gin_trgm_ops);
CREATE INDEX IF NOT EXISTS other_name_sounds ON children_personname
 USING gin (name_sounds(given_names || ' ' || family_name));
CREATE INDEX IF NOT EXISTS address_words ON children_address USING gin (name_words(lines) gin_trgm_ops);
