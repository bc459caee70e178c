-- A name as search and likeness compare it; lib/text/name-key.ts folds alike (lib/staff/search.db.test.ts proves it). Code
-- points are listed, because Postgres asks the database's locale what a letter or a blank is. From the inside: accents and
-- all that is never drawn go, then case, then what Unicode does not take apart, then a generational suffix, then blanks,
-- apostrophes and hyphens. A name of nothing else keeps it. Most names are one plain word, which takes a tenth of the time.
create function app.name_key(name text) returns text language sql immutable parallel safe
return case when name ~ '^[A-Za-z]+$' then lower(name) else coalesce(nullif(
  regexp_replace(
    regexp_replace(
      replace(replace(replace(replace(translate(
        lower(regexp_replace(
          normalize(name, nfd),
          '[\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u0300-\u036f\u061c\u115f-\u1160\u17b4-\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e\u2060-\u206f\u20d0-\u20ff\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff0-\ufffb\ufffe-\uffff\U00013430-\U0001343f\U00016fe4\U0001bca0-\U0001bca3\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U0001fffe-\U0001ffff\U0002fffe-\U0002ffff\U0003fffe-\U0003ffff\U0004fffe-\U0004ffff\U0005fffe-\U0005ffff\U0006fffe-\U0006ffff\U0007fffe-\U0007ffff\U0008fffe-\U0008ffff\U0009fffe-\U0009ffff\U000afffe-\U000affff\U000bfffe-\U000bffff\U000cfffe-\U000cffff\U000dfffe-\U000dffff\U000efffe-\U000effff\U000ffffe-\U000fffff\U0010fffe-\U0010ffff]',
          '', 'g')),
        'łøđðħŧıς', 'loddhtiσ'), 'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
      '([^\u0009-\u000d\u0020\u002c\u002e\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000\U00013441-\U00013442])([\u0009-\u000d\u0020\u002c\u002e\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000\U00013441-\U00013442]+(jr|sr|jnr|snr|junior|senior|ii|iii|iv|v|2nd|3rd|4th|5th))+[\u0009-\u000d\u0020\u002c\u002e\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000\U00013441-\U00013442]*$',
      '\1'),
    '[\u0009-\u000d\u0020\u002c\u002e\u0085\u00a0\u1680\u2000-\u200a\u2028-\u2029\u202f\u205f\u2800\u3000\U00013441-\U00013442\u0027\u0060\u00b4\u02b9\u02bb-\u02bf\u02c8\u02ca-\u02cb\u02f4\u0374\u0384\u055a\u05f3\u07f4-\u07f5\u1fbd\u1fbf\u1ffe\u2018-\u2019\u201b\u2032\u2035\ua78b-\ua78c\uff07\uff40\u002d\u02d7\u058a\u05be\u1400\u1806\u2010-\u2015\u2043\u2212\u2e17\u2e1a\u2e3a-\u2e3b\u2e40\u2e5d\u301c\u3030\u30a0\ufe31-\ufe32\ufe58\ufe63\uff0d\U00010d6e\U00010ead]',
    '', 'g'),
  ''), lower(name)) end;
--> statement-breakpoint
ALTER TABLE "identity" drop column "last_name_key";
--> statement-breakpoint
ALTER TABLE "identity" drop column "first_name_key";
--> statement-breakpoint
-- Folds the names that are there, and takes their indexes along: they are created again.
ALTER TABLE "identity" ADD COLUMN "last_name_key" text GENERATED ALWAYS AS (app.name_key(last_name)) STORED,
  ADD COLUMN "first_name_key" text GENERATED ALWAYS AS (app.name_key(first_name)) STORED;
--> statement-breakpoint
CREATE INDEX "identity_by_name" ON "identity" USING btree ("district_id","last_name_key" text_pattern_ops,"first_name_key" text_pattern_ops);
--> statement-breakpoint
CREATE INDEX "identity_district_id_first_name_key_index" ON "identity" USING btree ("district_id","first_name_key" text_pattern_ops);
--> statement-breakpoint
-- The planner knows nothing of the new columns until then.
analyze identity;
