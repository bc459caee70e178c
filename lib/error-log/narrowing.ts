import type { Context } from '../context.ts';
import type { Narrowing } from './schema.ts';

/** Conditions on `error_log e` beside its district, with what stands for their parameters from `$2` on. */
export interface Conditions {
  where: string;
  values: unknown[];
}

/**
 * ERR-3: a text is looked for in message and path, in any case, and as a whole staff number or request id. Days begin at
 * the district's midnight.
 */
export function conditionsOf({ district }: Context, asked: Narrowing): Conditions {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    values.push(value);
    conditions.push(condition(`$${values.length + 1}`));
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
    if (asked.cause === '') conditions.push('e.cause is null');
    else add(asked.cause, (p) => `e.cause = ${p}`);
  if (asked.status) {
    const [least, most] = statuses(asked.status);
    add(least, (p) => `e.status >= ${p}`);
    add(most, (p) => `e.status <= ${p}`);
  }
  const search = asked.search.trim().toLowerCase();
  if (search)
    add(
      search,
      (p) => `(position(${p} in lower(e.message)) > 0 or position(${p} in lower(e.path)) > 0
               or lower(e.staff_number) = ${p} or lower(e.request_id) = ${p})`,
    );
  return { where: conditions.map((condition) => ` and ${condition}`).join(''), values };
}

function statuses(asked: string): [number, number] {
  const hundreds = Number(asked[0]) * 100;
  return asked.endsWith('xx') ? [hundreds, hundreds + 99] : [Number(asked), Number(asked)];
}
