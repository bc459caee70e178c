-- Outside of a transaction.
drop index concurrently if exists difference_lead;
--> statement-breakpoint
create index concurrently difference_lead on difference (district_id, validation_id, person_key, digest) where digest is not null;
