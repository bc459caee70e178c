import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import type { Narrowing } from './schema.ts';

/** Conditions on `error_log e` beside its district, with what stands for their parameters from `$2` on. */
export interface Conditions {
  where: string;
  values: unknown[];
}

/**
 * ERR-3: a text is looked for in message and path, in any case, and as a whole staff number or request id. One that is
 * a staff number or request id of the log, in its case, in capitals or in small letters, is looked for as such alone:
 * by an index, not through every message. Days begin at the district's midnight.
 */
export async function conditionsOf(ctx: Context, tx: Transaction, asked: Narrowing): Promise<Conditions> {
  const search = asked.search.trim();
  const forms = [...new Set([search, search.toUpperCase(), search.toLowerCase()])];
  const whole = search !== '' && !/\s/.test(search) && (await isWhole(tx, forms));
  return conditions(ctx, asked, { search: search.toLowerCase(), forms: whole ? forms : undefined });
}

/** Whether some entry is of one of these staff numbers or request ids. */
async function isWhole(tx: Transaction, forms: string[]): Promise<boolean> {
  const row = await tx.row<{ found: boolean }>(
    `select exists (select from error_log e where e.district_id = $1 and e.staff_number = any($2::text[]))
         or exists (select from error_log e where e.district_id = $1 and e.request_id = any($2::text[])) as found`,
    [tx.districtId, forms],
  );
  return row?.found ?? false;
}

function conditions(
  { district }: Context,
  asked: Narrowing,
  { search, forms }: { search: string; forms: string[] | undefined },
): Conditions {
  const values: unknown[] = [];
  const met: string[] = [];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    values.push(value);
    met.push(condition(`$${values.length + 1}`));
  };
  const zone = () => {
    values.push(district.timeZone);
    return `$${values.length + 1}`;
  };
  if (asked.from)
    add(asked.from, (p) => `e.occurred_at >= ${p}::date::timestamp at time zone ${zone()}::text`);
  if (asked.to)
    add(asked.to, (p) => `e.occurred_at < (${p}::date + 1)::timestamp at time zone ${zone()}::text`);
  if (asked.action) add(asked.action, (p) => `e.action = ${p}`);
  if (asked.cause !== undefined)
    if (asked.cause === '') met.push('e.cause is null');
    else add(asked.cause, (p) => `e.cause = ${p}`);
  if (asked.status) {
    const [least, most] = statuses(asked.status);
    add(least, (p) => `e.status >= ${p}`);
    add(most, (p) => `e.status <= ${p}`);
  }
  if (forms) add(forms, (p) => `(e.staff_number = any(${p}::text[]) or e.request_id = any(${p}::text[]))`);
  else if (search)
    add(
      search,
      (p) => `(position(${p} in lower(e.message)) > 0 or position(${p} in lower(e.path)) > 0
               or lower(e.staff_number) = ${p} or lower(e.request_id) = ${p})`,
    );
  return { where: met.map((condition) => ` and ${condition}`).join(''), values };
}

function statuses(asked: string): [number, number] {
  const hundreds = Number(asked[0]) * 100;
  return asked.endsWith('xx') ? [hundreds, hundreds + 99] : [Number(asked), Number(asked)];
}
