-- Outside of a transaction.
drop index concurrently if exists person_with_number;
--> statement-breakpoint
create index concurrently person_with_number on person (district_id, id) where staff_number_key is not null;
--> statement-breakpoint
drop index concurrently if exists person_odd_number;
--> statement-breakpoint
create index concurrently person_odd_number on person (district_id, staff_number_key) where staff_number_key is not null and (octet_length(staff_number_key) > 15 or (octet_length(staff_number_key) < 3 or ltrim(staff_number_key, '0') = '' or left(staff_number_key, 5) = any ('{99999,12345,01234}')) or ltrim(staff_number_key, '0123456789') <> '' and (translate(staff_number_key, 'abcdefghijklmnopqrstuvwxyz0123456789._-', '') <> '' or (octet_length(translate(staff_number_key, 'abcdefghijklmnopqrstuvwxyz._-', '')) < 3 or ltrim(translate(staff_number_key, 'abcdefghijklmnopqrstuvwxyz._-', ''), '0') = '' or left(translate(staff_number_key, 'abcdefghijklmnopqrstuvwxyz._-', ''), 5) = any ('{99999,12345,01234}'))));
--> statement-breakpoint
drop index concurrently if exists person_without_number;
