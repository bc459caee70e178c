import { openPeople } from '../lib/record/csv/people.ts';

/** A CSV of 100,000 rows and 60 MB, one row a position, read as an upload reads it: time, peak memory, longest pause. */
const ROWS = 100_000;
const PADDING = 'x'.repeat(520);

async function* file(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('Emp #,Last,First,Sex,DOB,Bldg,Start,Notes\r\n');
  for (let from = 0; from < ROWS; from += 100) {
    const rows = Array.from({ length: 100 }, (_, at) => {
      const person = Math.floor((from + at) / 1.25);
      return `${200_000 + person},"Muñoz, Jr.",José,Male,1/25/1976,${at},8/1/2020,${PADDING}\r\n`;
    });
    yield Buffer.from(rows.join(''));
  }
}

const columns = [
  'staffNumber',
  'lastName',
  'firstName',
  'gender',
  'birthDate',
  'positions.1.schoolNumber',
  'positions.1.startDate',
  null,
];
const headers = ['Emp #', 'Last', 'First', 'Sex', 'DOB', 'Bldg', 'Start', 'Notes'];
const mapping = headers.map((header, at) => ({
  header,
  property: columns[at] ?? null,
  dates: 'mdy' as const,
}));

let peak = 0;
let longestPause = 0;
let last = performance.now();
const timer = setInterval(() => {
  const now = performance.now();
  longestPause = Math.max(longestPause, now - last - 10);
  last = now;
  peak = Math.max(peak, process.memoryUsage().rss);
}, 10);
const begun = performance.now();
let people = 0;
for await (const _person of (await openPeople(file, { columns: mapping })).people) people += 1;
clearInterval(timer);
console.log({
  people,
  seconds: Math.round((performance.now() - begun) / 100) / 10,
  peakMB: Math.round(peak / 1024 ** 2),
  longestPauseMs: Math.round(longestPause),
});
