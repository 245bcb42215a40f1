-- The read log is partitioned by month from the start; a default partition means that a missing month never stops a read.
CREATE SEQUENCE IF NOT EXISTS audit_trail_readevent_id_seq;
CREATE TABLE audit_trail_readevent (
    id bigint NOT NULL DEFAULT nextval('audit_trail_readevent_id_seq'),
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
    practitioner_id uuid,
    session varchar(64) NOT NULL,
    request uuid,
    route varchar(300) NOT NULL,
    basis varchar(120) NOT NULL,
    reason varchar(500) NOT NULL,
    opened uuid,
    via uuid,
    shown uuid[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (id, at)
) PARTITION BY RANGE (at);
CREATE TABLE audit_trail_readevent_other PARTITION OF audit_trail_readevent DEFAULT;
CREATE INDEX read_event_xid ON audit_trail_readevent (xid);
CREATE INDEX read_event_opened ON audit_trail_readevent (opened, at) WHERE opened IS NOT NULL;
CREATE INDEX read_event_via ON audit_trail_readevent (via, at) WHERE via IS NOT NULL;
CREATE INDEX read_event_shown ON audit_trail_readevent USING gin (shown);
CREATE INDEX read_event_practitioner ON audit_trail_readevent (practitioner_id, at);
ALTER TABLE audit_trail_readevent_other OWNER TO sightline_recorder;
