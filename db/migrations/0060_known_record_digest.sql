-- Outside of a transaction.
drop index concurrently if exists "known_record_digest";
--> statement-breakpoint
create index concurrently "known_record_digest" on "known_record" ("district_id", "sent_digest");
