/** Words of this product, of schools and of the calendar, which people put into passwords they have to make up. */
const OF_EVERYBODY = `
campus boi business office integration infinite payroll staff human resources
school district isd education teacher student admin administrator welcome changeme
password passphrase secret login temporary
spring summer fall autumn winter semester monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december
`
  .trim()
  .split(/\s+/);
const FIRST_YEAR = 1940;
const LAST_YEAR = 2060;
const YEARS = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, i) => String(FIRST_YEAR + i));
const MIN_WORD_CHARS = 3;

/** Words that someone who knows the user, the district or this product would try first. */
export function guessableWords({
  username,
  name,
  district,
}: {
  username: string;
  name: string;
  district: { appName: string; name: string };
}): string[] {
  const named = [username, name, district.appName, district.name];
  const parts = named
    .flatMap((text) => text.split(/[^\p{L}\p{N}]+/u))
    .filter((part) => part.length >= MIN_WORD_CHARS);
  return [...named, ...parts, ...OF_EVERYBODY, ...YEARS];
}
