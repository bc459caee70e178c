-- Outside of a transaction.
drop index concurrently if exists person_number_begins;
--> statement-breakpoint
create index concurrently person_number_begins on person (district_id, staff_number_key text_pattern_ops) where staff_number_key is not null;
