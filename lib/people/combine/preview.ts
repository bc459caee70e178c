import type { Transaction } from '../../../db/client.ts';
import type { Change, Table } from '../../change/change.ts';
import { currentIdentity } from '../../change/plan/identities.ts';
import { todayOf } from '../../change/plan/new-batch.ts';
import type { Context } from '../../context.ts';
import { NotFound } from '../../failure.ts';
import { peopleRows } from '../list-people.ts';
import { PERSON_FIELDS, type PersonField } from '../person.ts';
import { cautions, whyNot } from './check.ts';
import { loadWhole, type WholePerson } from './load.ts';
import { planCombination } from './plan.ts';
import type { Move, Pair, Preview } from './schema.ts';
import { COMBINE_TEXTS } from './texts.ts';

/** What combining two people would do: the plan itself, counted and laid side by side. @throws NotFound */
export const previewCombination = (ctx: Context, pair: Pair): Promise<Preview> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { base, other } = await loadPair(ctx, tx, pair);
    const [baseRow, otherRow] = await peopleRows(tx, [base.id, other.id]);
    if (!baseRow || !otherRow) throw new NotFound(COMBINE_TEXTS.oneIsGone());
    // The same person twice: nothing is to be planned, and the refusal says why.
    const refused = whyNot(base, other);
    const changes =
      base.id === other.id ? [] : planCombination(base, other, { today: todayOf(ctx), reseal: (ssn) => ssn });
    return {
      base: baseRow,
      other: otherRow,
      baseRev: base.rev,
      otherRev: other.rev,
      fields: fields(base, other, changes),
      moves: moves(base, other, changes),
      cautions: cautions(base, other),
      refused,
    };
  });

/** Both, whole. @throws NotFound */
export async function loadPair(
  ctx: Context,
  tx: Transaction,
  { baseId, otherId }: Pair,
): Promise<{ base: WholePerson; other: WholePerson }> {
  const people = await loadWhole(ctx, tx, [baseId, otherId]);
  const [base, other] = [people.get(baseId), people.get(otherId)];
  if (!base || !other) throw new NotFound(COMBINE_TEXTS.oneIsGone());
  return { base, other };
}

function fields(base: WholePerson, other: WholePerson, changes: readonly Change[]): Preview['fields'] {
  const own = changes.find((change) => change.table === 'person' && change.op === 'update');
  const after = own?.table === 'person' && own.after ? { ...base, ...own.after } : base;
  return PERSON_FIELDS.map((field) => ({
    field,
    base: shown(base, field),
    other: shown(other, field),
    result: shown(after, field),
  }));
}

function shown(person: WholePerson, field: PersonField): string | null {
  if (field === 'ssn') return person.ssn?.last4 ?? null;
  if (field === 'lastName' || field === 'firstName' || field === 'middleName')
    return currentIdentity(person)?.[field] ?? null;
  return person[field]?.trim() || null;
}

const TABLES: Record<Exclude<Move, 'sections'>, Table> = {
  identities: 'identity',
  employments: 'employment',
  assignments: 'districtAssignment',
  memberships: 'householdMember',
  enrollments: 'enrollment',
  guardianships: 'guardianship',
};

function moves(base: WholePerson, other: WholePerson, changes: readonly Change[]): Preview['moves'] {
  const prolonged = new Set(base.memberships.map(({ id }) => id));
  const counted = (what: Exclude<Move, 'sections'>, own: number) => {
    const ofTable = changes.filter(({ table, id }) => table === TABLES[what] && !prolonged.has(id));
    const moved = ofTable.filter(({ op }) => op === 'update').length;
    return { what, base: own, moved, doubled: ofTable.length - moved };
  };
  const sections = (person: WholePerson) =>
    person.positions.reduce((sum, { links }) => sum + links.length, 0);
  return [
    counted('identities', base.identities.length),
    counted('employments', base.employments.length),
    counted('assignments', base.positions.length),
    { what: 'sections', base: sections(base), moved: base === other ? 0 : sections(other), doubled: 0 },
    counted('memberships', base.memberships.length),
    counted('enrollments', base.enrollments.length),
    counted('guardianships', base.guardianships.length),
  ];
}
