-- A commit writes most people of a district. Where a row's new version finds room on its page, none of the indexes is written: on full
-- pages two of three updates of people had to write all eight. Only pages that are written from now on keep the room.
alter table "person" set (fillfactor = 80);
--> statement-breakpoint
alter table "district_assignment" set (fillfactor = 90);
--> statement-breakpoint
alter table "employment" set (fillfactor = 90);
--> statement-breakpoint
alter table "household_location" set (fillfactor = 90);
