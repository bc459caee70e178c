import { arrayLiteral } from '../../db/array.ts';
import type { Transaction } from '../../db/client.ts';
import type { Warning } from '../failure.ts';
import type { StaffRecord } from '../record/record.ts';
import { nameKey } from '../text/name-key.ts';
import { dayAndMonthSwapped, type Fingerprint, LIKELY, likeness } from './likeness.ts';
import { loadFingerprints } from './load-fingerprints.ts';
import { nicknamesOf } from './nicknames.ts';
import { tenDigits } from './ten-digits.ts';

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
 * For each of a batch of people who are new to Campus, who in Campus is likely the same (CMB-2): a student's parent
 * who was hired, or a rehire under a new number. Two reads for one record or a thousand.
 */
export async function findLikely(
  tx: Transaction,
  records: readonly StaffRecord[],
): Promise<LikelyPerson[][]> {
  const asked = records.map(fingerprintOf);
  const candidates = await candidatesOf(tx, asked);
  const known = await loadFingerprints(tx, [...new Set([...candidates.values()].flatMap((ids) => [...ids]))]);
  return asked.map((fingerprint, i) =>
    [...(candidates.get(i) ?? [])]
      .flatMap((id) => {
        const person = known.get(id);
        if (!person) return [];
        const { score, reasons } = likeness(fingerprint, person.fingerprint);
        return score >= LIKELY ? [{ id, staffNumber: person.staffNumber, score, reasons }] : [];
      })
      .sort((a, b) => b.score - a.score)
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

function fingerprintOf({ demographics, ssn }: StaffRecord): Fingerprint {
  const { lastName, firstName, birthDate = null } = demographics;
  const { workEmail, personalEmail, workPhone, cellPhone, otherPhone } = demographics;
  return {
    names: [{ last: nameKey(lastName ?? ''), first: nameKey(firstName ?? '') }],
    birthDate,
    ssn: ssn?.index.toString('hex') ?? null,
    emails: [workEmail, personalEmail].flatMap((email) => email?.toLowerCase() ?? []),
    phones: [workPhone, cellPhone, otherPhone].flatMap((phone) => tenDigits(phone) ?? []),
  };
}

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
  const tuples = await tx.tuples<[number, string]>(
    `select a.n, p.id from unnest($2::int[], $3::bytea[]) as a(n, ssn)
       join person p on p.district_id = $1 and p.ssn_index = a.ssn
     union
     select a.n, p.id from unnest($4::int[], $5::text[], $6::text[], $7::date[], $8::date[])
                             as a(n, last, first, born, swapped)
       join identity i on i.district_id = $1 and i.last_name_key = a.last and i.first_name_key = a.first
       join person p on p.district_id = $1 and p.id = i.person_id
        and (a.born is null or p.birth_date is null or p.birth_date in (a.born, a.swapped))
     union
     select a.n, p.id from unnest($9::int[], $10::date[], $11::text[], $12::text[]) as a(n, born, last, first)
       join person p on p.district_id = $1 and p.birth_date = a.born
       join identity i on i.district_id = $1 and i.person_id = p.id
        and (i.last_name_key = a.last or i.first_name_key = a.first)`,
    [
      tx.districtId,
      arrayLiteral(numbered.map(({ n }) => n)),
      arrayLiteral(numbered.map(({ ssn }) => ssn)),
      arrayLiteral(names.map(({ n }) => n)),
      arrayLiteral(names.map(({ last }) => last)),
      arrayLiteral(names.map(({ first }) => first)),
      arrayLiteral(names.map(({ born }) => born)),
      arrayLiteral(names.map(({ swapped }) => swapped)),
      arrayLiteral(born.map(({ n }) => n)),
      arrayLiteral(born.map(({ birthDate }) => birthDate)),
      arrayLiteral(born.map(({ last }) => last)),
      arrayLiteral(born.map(({ first }) => first)),
    ],
  );
  const found = new Map<number, Set<string>>();
  for (const [n, id] of tuples) found.set(n, (found.get(n) ?? new Set()).add(id));
  return found;
}
