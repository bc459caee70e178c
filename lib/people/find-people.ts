import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { ssnIndex } from '../crypto/seal-ssn.ts';
import { beginsWith } from '../text/begins-with.ts';
import type { StaffFilter, StaffOrder, StaffSort } from './filters.ts';
import { type Meant, readSearch } from './read-search.ts';

export interface PeopleAsked {
  /** As typed: a name, a staff number, an e-mail, a birth date or an SSN. */
  search: string;
  /** Whom to look among: complete staff unless the filters say otherwise (SRCH-1), all staff, or everyone in Campus. */
  among: 'directory' | 'staff' | 'everyone';
  filters: readonly StaffFilter[];
  order: StaffOrder;
  /** From 1. */
  page: number;
  limit: number;
}

/** Who is asked for, whatever page of them and in which order. */
export type PeopleWanted = Pick<PeopleAsked, 'search' | 'among' | 'filters'>;

/**
 * Ids of one page, in order, and whether there are more. Only what is asked for is in the statement. Where few fit they
 * are gathered first; where nearly all do, a page is read off the index on names (bench/directory.ts).
 */
export async function findPeople(
  ctx: Context,
  tx: Transaction,
  asked: PeopleAsked,
): Promise<{ ids: string[]; more: boolean }> {
  const values: unknown[] = [tx.districtId];
  const place = placing(values);
  const fits = conditionOf(ctx, tx, asked, place);
  const few = asked.search.trim() !== '' || asked.filters.some((filter) => filter !== 'hrManaged');
  const rows = await tx.rows<{ id: string }>(
    `${few ? `with fits as materialized (select p.id from person p where p.district_id = $1 and ${fits})` : ''}
     select p.id from identity i join person p on p.district_id = $1 and p.id = i.person_id
      where i.district_id = $1 and i.current and ${few ? 'p.id in (select id from fits)' : fits}
      order by ${orderBy(asked.order)}
      limit ${place(asked.limit + 1)}::int offset ${place((asked.page - 1) * asked.limit)}::int`,
    values,
  );
  return { ids: rows.slice(0, asked.limit).map(({ id }) => id), more: rows.length > asked.limit };
}

/** How many are asked for in all: many times what one page of them costs, so asked for by itself. */
export const countPeople = (ctx: Context, wanted: PeopleWanted): Promise<number> =>
  ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const values: unknown[] = [tx.districtId];
    const everyone =
      wanted.search.trim() === '' && wanted.among === 'directory' && wanted.filters.length === 0;
    const row = await tx.row<{ count: number }>(
      everyone
        ? `select count(*) from (
             select distinct a.person_id from district_assignment a where a.district_id = $1) as assigned`
        : `select count(*) from person p
            where p.district_id = $1 and ${conditionOf(ctx, tx, wanted, placing(values))}`,
      values,
    );
    return row?.count ?? 0;
  });

/** A value's place in the statement. */
const placing = (values: unknown[]) => (value: unknown) => `$${values.push(value)}`;

type Place = ReturnType<typeof placing>;

function conditionOf(ctx: Context, tx: Transaction, wanted: PeopleWanted, place: Place): string {
  const meant = readSearch(wanted.search);
  const conditions = [
    ...conditionsOf(wanted),
    ...(meant ? [`p.id in (${idsOf(ctx, tx, meant, place)})`] : []),
  ];
  return conditions.join(' and ') || 'true';
}

const ASSIGNED =
  'exists (select 1 from district_assignment a where a.district_id = $1 and a.person_id = p.id)';
const EMPLOYED = 'exists (select 1 from employment e where e.district_id = $1 and e.person_id = p.id)';

/** Of the staff those without a position; as sets, because there are few among many (a tenth of the time). */
const INCOMPLETE = `p.id in (
  (select m.id from person m where m.district_id = $1 and m.staff_number_key is not null
   union select e.person_id from employment e where e.district_id = $1)
  except select a.person_id from district_assignment a where a.district_id = $1)`;

function conditionsOf({ among, filters }: PeopleWanted): string[] {
  if (among === 'everyone') return [];
  const staff = `(p.staff_number_key is not null or ${ASSIGNED} or ${EMPLOYED})`;
  if (among === 'staff') return [staff];
  return [
    filters.includes('incomplete') ? INCOMPLETE : ASSIGNED,
    ...filters.flatMap((filter) => NARROWED[filter] ?? []),
  ];
}

const NARROWED: Partial<Record<StaffFilter, string>> = {
  noNumber: 'p.staff_number_key is null',
  duplicateNumber: `exists (select 1 from person o
      where o.district_id = $1 and o.staff_number_key = p.staff_number_key and o.id <> p.id)`,
  hrManaged: 'p.hr_managed_at is not null',
};

/** Everyone one of the readings fits: a union, so that each takes the index that is made for it. */
function idsOf(ctx: Context, tx: Transaction, meant: Meant, place: Place): string {
  const people = (condition: string) => `select m.id from person m where m.district_id = $1 and ${condition}`;
  const found: string[] = [];
  if (meant.email) {
    const like = place(prefix(meant.email));
    found.push(people(`(lower(m.work_email) like ${like} or lower(m.personal_email) like ${like})`));
  }
  if (meant.birthDate) found.push(people(`m.birth_date = ${place(meant.birthDate)}`));
  if (meant.ssn) found.push(people(`m.ssn_index = ${place(ssnIndex(ctx.keys, tx.districtId, meant.ssn))}`));
  if (meant.staffNumber) found.push(people(beginsWith('m.staff_number_key', meant.staffNumber, place)));
  for (const { last, first } of meant.names) {
    const fits = [
      last && beginsWith('n.last_name_key', last, place),
      first && beginsWith('n.first_name_key', first, place),
    ].filter(Boolean);
    if (fits.length > 0)
      found.push(
        `select n.person_id from identity n where n.district_id = $1 and n.current and ${fits.join(' and ')}`,
      );
  }
  return found.length > 0 ? found.join(' union ') : 'select null::uuid';
}

const prefix = (key: string): string => `${key.replace(/[\\%_]/g, '\\$&')}%`;

/** By name in the order of the index on it, which is byte by byte (`text_pattern_ops`): a page is read off it. */
function orderBy(order: StaffOrder): string {
  const down = order.startsWith('-');
  const by = order.replace('-', '') as StaffSort;
  if (by === 'name') {
    const using = down ? '~>~' : '~<~';
    return `i.last_name_key using ${using}, i.first_name_key using ${using}, p.id`;
  }
  return `${COLUMNS[by]} ${down ? 'desc nulls last' : 'asc nulls last'}, i.last_name_key using ~<~, p.id`;
}

const COLUMNS: Record<Exclude<StaffSort, 'name'>, string> = {
  staffNumber: 'p.staff_number_key',
  birthDate: 'p.birth_date',
  updated: 'p.updated_at',
};
