/** What fingers and memory produce without thinking: the alphabet, rows and diagonals of keyboards, digits of constants. */
const SEQUENCES = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890123456789',
  'qwertyuiopasdfghjklzxcvbnm',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1s2d3f4g5h6j7k8l9',
  '1a2b3c4d5e6f7g8h9i0j',
  'a1b2c3d4e5f6g7h8i9j0',
  'aabbccddeeffgghhiijjkkllmmnnooppqqrrssttuuvvwwxxyyzz',
  '112233445566778899001122',
  '314159265358979323846264338327950288',
  '271828182845904523536028747135266249',
];
const BOTH_WAYS = [...SEQUENCES, ...SEQUENCES.map((text) => [...text].reverse().join(''))];
const MIN_CHARS = 4;

/** Phrases that everybody has read as an example of a long password, or knows by heart. */
export const KNOWN_PHRASES: readonly string[] = [
  'correcthorsebatterystaple',
  'thequickbrownfoxjumpsoverthelazydog',
  'thequickbrownfox',
  'tobeornottobe',
  'thatisthequestion',
  'maytheforcebewithyou',
  'letmeinplease',
  'opensesame',
  'iloveyousomuch',
  'thisismypassword',
  'mypasswordis',
  'loremipsumdolorsitamet',
  'fourscoreandsevenyearsago',
  'winteriscoming',
  'helloworld',
  'supercalifragilisticexpialidocious',
  'twinkletwinklelittlestar',
  'nevergonnagiveyouup',
  'illbeback',
];

/** Every part of such a sequence, in either direction, in lower case: looking one up is much cheaper than searching. */
export const PARTS_OF_SEQUENCES: ReadonlySet<string> = new Set(BOTH_WAYS.flatMap(parts));

function parts(whole: string): string[] {
  return Array.from({ length: whole.length }, (_, start) =>
    Array.from({ length: Math.max(0, whole.length - start - MIN_CHARS + 1) }, (_, more) =>
      whole.slice(start, start + MIN_CHARS + more),
    ),
  ).flat();
}
