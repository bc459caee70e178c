/**
 * How precise likely matches are (CMB-2), and what they cost: `node bench/likely-matches.ts [PEOPLE]`. A throw-away embedded
 * Postgres is filled with a synthetic district of about so many people: staff, students, guardians. Then HR brings people
 * not in Campus, and parents who are guardians in Campus. One JSON line: false candidates for 1,000 new people,
 * parents found, milliseconds for 1,000 at a time as a commit asks.
 */
import { FIRST_NAMES, LAST_NAMES } from '../db/seed/synthetic/names.ts';
import { Random } from '../db/seed/synthetic/random.ts';
import { seedSynthetic } from '../db/seed/synthetic.ts';
import { textRows } from '../db/sql-text.ts';
import type { Context } from '../lib/context.ts';
import { allDistricts } from '../lib/district/find-district.ts';
import { findLikely } from '../lib/likeness/find-likely.ts';
import { fingerprintOf } from '../lib/likeness/fingerprint-of.ts';
import type { Fingerprint } from '../lib/likeness/likeness.ts';
import { DatabaseServer, openAsApp } from './databases.ts';
import { load, machine } from './machine.ts';
import { benchKeys } from './sync-districts.ts';

const people = Number(process.argv[2] ?? 100_000);
/** A synthetic district has about 2.8 people for each staff member. */
const PEOPLE_PER_STAFF = 2.8;
const NEW = 10_000;
const PARENTS = 1_000;
const BATCH_ROWS = 1_000;
/** Of the new people, those who live with someone in Campus: the same last name, address and phone. */
const RELATIVES = 0.3;
/** Of the new people, those who have a guardian's first name, too: nothing but a birth date could distinguish them. */
const NAMESAKES = 0.001;

interface Someone {
  id: string;
  lastName: string;
  firstName: string;
  phone: string;
  address: string;
  isGuardian: boolean;
}

const server = await DatabaseServer.embedded();
try {
  const ownerUrl = await server.create();
  await seedSynthetic(ownerUrl, benchKeys, { staff: Math.round(people / PEOPLE_PER_STAFF), seed: 1 });
  const db = openAsApp(ownerUrl);
  const [district] = await allDistricts(db);
  const ctx = { db, district, keys: benchKeys } as Context;
  const random = new Random(7);
  const inCampus = await someOf(ctx);
  const guardians = inCampus.filter(({ isGuardian }) => isGuardian);
  const strangers = Array.from({ length: NEW }, () => stranger(random, inCampus, guardians));
  const parents = Array.from({ length: PARENTS }, () => hired(random, random.pick(guardians)));
  await ask(ctx, strangers.slice(0, BATCH_ROWS));

  const before = load();
  const asNew = await ask(ctx, strangers);
  const asParents = await ask(
    ctx,
    parents.map(({ fingerprint }) => fingerprint),
  );
  const found = parents.filter(({ id }, i) => asParents.likely[i]?.some((one) => one.id === id)).length;
  const others = asParents.likely.flatMap((likely, i) => likely.filter(({ id }) => id !== parents[i]?.id));
  console.log(
    JSON.stringify({
      bench: 'likely-matches',
      machine: { ...machine(), postgres: await server.version() },
      load: { before, after: load() },
      people: (await countPeople(ctx))[0]?.n,
      newPeople: NEW,
      falseForThousandNew: per(asNew.likely.flat().length, NEW),
      newPeopleWithACandidate: per(asNew.likely.filter((likely) => likely.length > 0).length, NEW),
      reasonsOfFalse: tally(asNew.likely.flat().map(({ reasons }) => reasons.join(', '))),
      parents: PARENTS,
      parentsFoundOfThousand: per(found, PARENTS),
      falseForThousandParents: per(others.length, PARENTS),
      millisecondsForThousand: asNew.milliseconds,
    }),
  );
  await db.close();
} finally {
  await server.close();
}

function per(count: number, of: number): number {
  return Math.round((count / of) * 10_000) / 10;
}

function tally(texts: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(texts, (text) => text)].map(([text, all]) => [text, all.length]));
}

/** A thousand at a time, as a commit asks. */
async function ask(ctx: Context, asked: readonly Fingerprint[]) {
  const likely: Awaited<ReturnType<typeof findLikely>> = [];
  const milliseconds: number[] = [];
  for (let at = 0; at < asked.length; at += BATCH_ROWS) {
    const start = performance.now();
    const found = await ctx.db.inDistrict(ctx.district.id, (tx) =>
      findLikely(ctx.keys, tx, asked.slice(at, at + BATCH_ROWS)),
    );
    milliseconds.push(Math.round(performance.now() - start));
    likely.push(...found);
  }
  return { likely, milliseconds: milliseconds.sort((a, b) => a - b) };
}

/** Grown-ups of Campus with a phone and an address. */
function someOf(ctx: Context): Promise<Someone[]> {
  return ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<Someone>(
      tx,
      `select p.id, i.last_name as "lastName", i.first_name as "firstName", p.cell_phone as phone,
              a.match_key as address, p.birth_date is null as "isGuardian"
         from person p
         join identity i on i.district_id = $1 and i.person_id = p.id and i.current
         join household_member m on m.district_id = $1 and m.person_id = p.id
         join household_location l on l.district_id = $1 and l.household_id = m.household_id
         join address a on a.district_id = $1 and a.id = l.address_id
        where p.district_id = $1 and p.cell_phone is not null
        order by p.id`,
      [tx.districtId],
    ),
  );
}

function countPeople(ctx: Context): Promise<{ n: number }[]> {
  return ctx.db.inDistrict(ctx.district.id, (tx) =>
    textRows<{ n: number }>(tx, 'select count(*)::int as n from person where district_id = $1', [
      tx.districtId,
    ]),
  );
}

/** A person who is not in Campus, with names as common as in Campus. For two in five HR sends no birth date. */
function stranger(random: Random, inCampus: readonly Someone[], guardians: readonly Someone[]): Fingerprint {
  const relative = random.chance(RELATIVES) ? random.pick(inCampus) : undefined;
  const namesake = random.chance(NAMESAKES) ? random.pick(guardians) : undefined;
  const near = namesake ?? relative;
  const firstName = namesake?.firstName ?? random.other(FIRST_NAMES, near?.firstName ?? '');
  const record = {
    lastName: near?.lastName ?? random.pick(LAST_NAMES),
    firstName,
    birthDate: random.chance(0.6) ? random.date(1955, 2004) : null,
    cellPhone: near?.phone ?? random.phone(),
  };
  return {
    ...fingerprintOf({ staffNumber: '', demographics: record }),
    // Of the others, one in ten lives at an address where somebody of Campus lives.
    addresses: near ? [near.address] : random.chance(0.1) ? [random.pick(inCampus).address] : [],
  };
}

/** A guardian as HR sends them: with a birth date, and with the same phone, the same address, or both. */
function hired(random: Random, parent: Someone): { id: string; fingerprint: Fingerprint } {
  const { lastName, firstName, id } = parent;
  const kept = random.pick(['phone', 'address', 'both']);
  const cellPhone = kept === 'address' ? random.phone() : parent.phone;
  const birthDate = random.chance(0.6) ? random.date(1960, 2000) : null;
  const record = { lastName, firstName, birthDate, cellPhone };
  const addresses = kept === 'phone' ? [] : [parent.address];
  return { id, fingerprint: { ...fingerprintOf({ staffNumber: '', demographics: record }), addresses } };
}
