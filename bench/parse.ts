/**
 * How fast HR's records are read: `node bench/parse.ts [STAFF]`. The feed of a synthetic district is parsed as a transfer
 * does it, on one thread: JSON, schema, rules across properties, address reading, sealing of SSNs. One JSON line; a
 * transfer of 100,000 records may take 4 s in all.
 */
import { randomBytes } from 'node:crypto';
import { feedRecord } from '../db/seed/synthetic/feed.ts';
import { Random } from '../db/seed/synthetic/random.ts';
import { referenceValues } from '../db/seed/synthetic/reference-values.ts';
import { StaffMaker } from '../db/seed/synthetic/staff.ts';
import { cryptoKeys } from '../lib/crypto/keys.ts';
import { sealSsn } from '../lib/crypto/seal-ssn.ts';
import { parseNewStaffMember, type SealFor } from '../lib/record/parse.ts';
import { ssnInTransit } from '../lib/record/ssn-place.ts';
import { load, machine } from './machine.ts';
import { spread } from './spread.ts';

const RUNS = 5;
const SEED = 1;
const staff = Number(process.argv[2] ?? 20_000);
const keys = cryptoKeys({ campusKey: randomBytes(32), campusIndexKey: randomBytes(32) });
const districtId = '00000000-0000-7000-8000-000000000000';
const seal: SealFor = (digits, number) => sealSsn(keys, ssnInTransit(districtId, number), digits);
const noSeal: SealFor = (digits) => ({ cipher: NOTHING, index: NOTHING, last4: digits.slice(-4) });
const NOTHING = Buffer.alloc(0);

const lines = feed();
const before = load();
const runs = Array.from({ length: RUNS }, () => ({
  json: microseconds((line) => JSON.parse(line)),
  parse: microseconds((line) => read(line, noSeal)),
  parseAndSeal: microseconds((line) => read(line, seal)),
}));
console.log(
  JSON.stringify({
    bench: 'parse',
    machine: machine(),
    load: { before, after: load() },
    data: `synthetic feed, seed ${SEED}`,
    staff,
    bytesPerRecord: Math.round(lines.join('').length / staff),
    runs: RUNS,
    cpuMicrosecondsPerRecord: {
      json: spread(
        runs.map((run) => run.json),
        1,
      ),
      jsonAndParse: spread(
        runs.map((run) => run.parse),
        1,
      ),
      jsonParseAndSeal: spread(
        runs.map((run) => run.parseAndSeal),
        1,
      ),
    },
  }),
);

function feed(): string[] {
  const random = new Random(SEED);
  const maker = new StaffMaker(random, referenceValues(staff, random));
  return Array.from({ length: staff }, () => JSON.stringify(feedRecord(maker.next(), random)));
}

function read(line: string, by: SealFor): void {
  const parsed = parseNewStaffMember(JSON.parse(line), by);
  if ('errors' in parsed) throw new Error(`the feed holds a bad record: ${JSON.stringify(parsed.errors)}`);
}

/** Processor time of one record, in the mean over the feed. */
function microseconds(work: (line: string) => unknown): number {
  const start = process.cpuUsage();
  for (const line of lines) work(line);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / lines.length;
}
