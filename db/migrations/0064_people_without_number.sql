-- Outside of a transaction.
drop index concurrently if exists person_without_number;
--> statement-breakpoint
create index concurrently person_without_number on person (district_id, id) where staff_number_key is null;
