-- Entries of reports made before are found by folded names, too. Row level security binds the owner, and a migration has no
-- district.
ALTER TABLE "difference" NO FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
UPDATE "difference" SET "search_text" = app.name_key("search_text");
--> statement-breakpoint
ALTER TABLE "difference" FORCE ROW LEVEL SECURITY;
