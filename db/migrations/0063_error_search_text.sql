ALTER TABLE "error_log" ADD COLUMN "search_text" text;
