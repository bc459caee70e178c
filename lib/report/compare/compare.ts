import type { Transaction } from '../../../db/client.ts';
import type { Context } from '../../context.ts';
import type { Section } from '../schema.ts';
import { SECTIONS } from '../section-names.ts';
import { CHANGES_PAGE, type Change } from './changes.ts';
import { changesBetween } from './comparison.ts';
import type { ChangeCounts, ChangedEntry, Compared } from './schema.ts';
import { chosenTwo } from './versions.ts';

/** How many entries came, went and changed, section by section. @throws NotFound */
export function countChanges(ctx: Context, compared: Compared): Promise<ChangeCounts> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { earlier, later } = await chosenTwo(tx, compared);
    const rows = await tx.rows<{ section: Section; change: Change; n: number }>(
      `select section, change, count(*)::int as n from (${changesBetween()}) c group by section, change`,
      [tx.districtId, earlier, later],
    );
    const of = (section: Section, change: Change) =>
      rows.find((row) => row.section === section && row.change === change)?.n ?? 0;
    return SECTIONS.map((section) => ({
      section,
      new: of(section, 'new'),
      gone: of(section, 'gone'),
      changed: of(section, 'changed'),
    }));
  });
}

/** A page of them, in the report's order. @throws NotFound */
export function listChanges(
  ctx: Context,
  { page, ...compared }: Compared & { page: number },
): Promise<{ data: ChangedEntry[]; more: boolean }> {
  return ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const offset = (page - 1) * CHANGES_PAGE;
    const rows = await changes(tx, compared, { offset, limit: CHANGES_PAGE + 1 });
    return { data: rows.slice(0, CHANGES_PAGE), more: rows.length > CHANGES_PAGE };
  });
}

/** @throws NotFound */
export async function changes(
  tx: Transaction,
  compared: Compared,
  { offset, limit }: { offset: number; limit: number },
): Promise<ChangedEntry[]> {
  const { section, change } = compared;
  const { earlier, later } = await chosenTwo(tx, compared);
  const values: unknown[] = [tx.districtId, earlier, later, offset, limit];
  const place = (value: unknown) => `$${values.push(value)}`;
  const bySection = section ? ` and d.section = ${place(section)}` : '';
  const byChange = change ? `where c.change = ${place(change)}` : '';
  return tx.rows(
    `select c.section, c.change, ${entryOf('a')} as earlier, ${entryOf('b')} as later
       from (select * from (${changesBetween(bySection)}) c ${byChange}
              order by array_position($${values.push(SECTIONS)}::text[], c.section), c.place, c.earlier_seq
             offset $4 limit $5) c
       left join difference a on a.district_id = $1 and a.validation_id = $2 and a.section = c.section and a.seq = c.earlier_seq
       left join difference b on b.district_id = $1 and b.validation_id = $3 and b.section = c.section and b.seq = c.later_seq
      order by array_position($${values.length}::text[], c.section), c.place, c.earlier_seq`,
    values,
  );
}

const entryOf = (d: string): string =>
  `case when ${d}.seq is not null then jsonb_build_object('staffNumber', ${d}.staff_number, 'campus', ${d}.campus,
     'hr', ${d}.hr, 'fields', ${d}.fields, 'why', ${d}.why) end`;
