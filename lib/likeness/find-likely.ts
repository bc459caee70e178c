import { and, eq, isNull, or, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { identity, person } from '../../db/schema/person.ts';
import { unnested } from '../../db/unnested.ts';
import type { Warning } from '../failure.ts';
import { dayAndMonthSwapped, type Fingerprint, likeness } from './likeness.ts';
import { loadFingerprints } from './load-fingerprints.ts';
import { nicknamesOf } from './nicknames.ts';
import { LIKELY } from './scale.ts';
import { withKeptAddresses } from './with-kept-addresses.ts';

/** Someone in Campus who is likely the person HR is about to create. No more of them than a vendor may see. */
export interface LikelyPerson {
  id: string;
  /** Null for a student, a guardian, or a staff member without a number. */
  staffNumber: string | null;
  score: number;
  reasons: string[];
}

/** At most this many are named for one new person, the likeliest first. */
const NAMED = 5;

/**
 * For each of a batch of people, who in Campus is likely the same (CMB-2): a student's parent who was hired, or a rehire
 * under a new number. A handful of reads for one person or a thousand, each by index.
 *
 * @param self the person who is asked for, if Campus has them already
 */
export async function findLikely(
  tx: Transaction,
  asked: readonly Fingerprint[],
  self?: string,
): Promise<LikelyPerson[][]> {
  const candidates = await candidatesOf(tx, asked);
  const ids = [...new Set([...candidates.values()].flatMap((found) => [...found]))];
  const [known, wanted] = await Promise.all([loadFingerprints(tx, ids), withKeptAddresses(tx, asked)]);
  return wanted.map((fingerprint, i) =>
    [...(candidates.get(i) ?? [])]
      .flatMap((id) => {
        const person = known.get(id);
        if (!person || id === self) return [];
        const { score, reasons } = likeness(fingerprint, person.fingerprint);
        return score >= LIKELY ? [{ id, staffNumber: person.staffNumber, score, reasons }] : [];
      })
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
      .slice(0, NAMED),
  );
}

/** The warning of CMB-2; undefined when nobody is likely. */
export function likelyWarning(likely: readonly LikelyPerson[]): Warning | undefined {
  const [first] = likely;
  if (!first) return undefined;
  const who =
    first.staffNumber === null ? 'a person without a staff number' : `staff number ${first.staffNumber}`;
  const more = likely.length > 1 ? ` and ${likely.length - 1} more` : '';
  return {
    code: 'likelyDuplicate',
    message:
      `Campus likely has this person already: ${who} (${first.reasons.join(', ')})${more}. ` +
      'An admin compares them and joins them with Combine Person.',
    candidates: [...likely],
  };
}

type Texts = readonly (string | null)[];
interface Asked {
  numbered: readonly number[];
  ssns: readonly Buffer[];
  named: readonly number[];
  lastNames: Texts;
  firstNames: Texts;
  births: Texts;
  swappedBirths: Texts;
  born: readonly number[];
  birthDates: Texts;
  lastNamesOfBorn: Texts;
  firstNamesOfBorn: Texts;
}

const candidatePairs = defineQuery('people who may be the same', (orm, p: Params<Asked>) => {
  const bySsn = unnested('by_ssn', { n: ['integer', p.numbered], ssn: [person.ssnIndex, p.ssns] });
  const byName = unnested('by_name', {
    n: ['integer', p.named],
    last: [identity.lastNameKey, p.lastNames],
    first: [identity.firstNameKey, p.firstNames],
    born: [person.birthDate, p.births],
    swapped: [person.birthDate, p.swappedBirths],
  });
  const byBirth = unnested('by_birth', {
    n: ['integer', p.born],
    born: [person.birthDate, p.birthDates],
    last: [identity.lastNameKey, p.lastNamesOfBorn],
    first: [identity.firstNameKey, p.firstNamesOfBorn],
  });
  const { last, first, born, swapped } = byName.columns;
  return union(
    orm
      .select({ n: bySsn.columns.n, id: person.id })
      .from(bySsn.table)
      .innerJoin(person, and(inDistrict(person), eq(person.ssnIndex, bySsn.columns.ssn))),
    orm
      .select({ n: byName.columns.n, id: person.id })
      .from(byName.table)
      .innerJoin(
        identity,
        and(inDistrict(identity), eq(identity.lastNameKey, last), eq(identity.firstNameKey, first)),
      )
      .innerJoin(
        person,
        and(
          inDistrict(person),
          eq(person.id, identity.personId),
          or(isNull(born), isNull(person.birthDate), sql`${person.birthDate} in (${born}, ${swapped})`),
        ),
      ),
    orm
      .select({ n: byBirth.columns.n, id: person.id })
      .from(byBirth.table)
      .innerJoin(person, and(inDistrict(person), eq(person.birthDate, byBirth.columns.born)))
      .innerJoin(
        identity,
        and(
          inDistrict(identity),
          eq(identity.personId, person.id),
          or(
            eq(identity.lastNameKey, byBirth.columns.last),
            eq(identity.firstNameKey, byBirth.columns.first),
          ),
        ),
      ),
  );
});

/**
 * Ids by place in `asked`: who shares the SSN; a name (nicknames and swaps too), if their birth dates don't rule them out;
 * or birth date and half a name.
 */
async function candidatesOf(
  tx: Transaction,
  asked: readonly Fingerprint[],
): Promise<Map<number, Set<string>>> {
  const names = asked.flatMap(({ names: [name], birthDate }, n) => {
    if (!name) return [];
    const { last, first } = name;
    const birth = { born: birthDate, swapped: birthDate && dayAndMonthSwapped(birthDate) };
    return [
      ...[...nicknamesOf(first)].map((nick) => ({ n, last, first: nick, ...birth })),
      { n, last: first, first: last, ...birth },
    ];
  });
  const born = asked.flatMap(({ birthDate, names: [name] }, n) =>
    birthDate && name ? [{ n, birthDate, ...name }] : [],
  );
  const numbered = asked.flatMap(({ ssn }, n) => (ssn ? [{ n, ssn: Buffer.from(ssn, 'hex') }] : []));
  const pairs = await candidatePairs(tx, {
    numbered: numbered.map(({ n }) => n),
    ssns: numbered.map(({ ssn }) => ssn),
    named: names.map(({ n }) => n),
    lastNames: names.map(({ last }) => last),
    firstNames: names.map(({ first }) => first),
    births: names.map(({ born }) => born),
    swappedBirths: names.map(({ swapped }) => swapped),
    born: born.map(({ n }) => n),
    birthDates: born.map(({ birthDate }) => birthDate),
    lastNamesOfBorn: born.map(({ last }) => last),
    firstNamesOfBorn: born.map(({ first }) => first),
  });
  const found = new Map<number, Set<string>>();
  for (const { n, id } of pairs) found.set(n, (found.get(n) ?? new Set()).add(id));
  return found;
}
