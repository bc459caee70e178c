import { inLabels } from '../../record/in-labels.ts';
import type { Entry, Section } from '../schema.ts';
import { printed, SECTION_PLANS } from '../sections.ts';

/** The person of an entry: *Last, First*, as HR has it, or Campus; null where neither has a name. */
export function whoIn({ hr, campus }: Entry): string | null {
  const side = hr ?? campus;
  const names = [side?.lastName, side?.firstName].filter(Boolean).join(', ');
  return names || printed(side?.staffMember);
}

/** An entry in a line: what it says of each field, `–` where there is nothing, then why. */
export function entryInWords(section: Section, { campus, hr, fields, why }: Entry): string {
  const values = SECTION_PLANS[section].columns.flatMap(({ id, label }) => {
    const [was, is] = [printed(campus?.[id]), printed(hr?.[id])];
    if (campus && hr) return fields.includes(id) ? [`${label}: ${was ?? '–'} → ${is ?? '–'}`] : [];
    return (is ?? was) === null || NAMED.has(id) ? [] : [`${label}: ${is ?? was}`];
  });
  return [...values, inLabels(why.reason)].join('. ').replace(/\.\.$/, '.');
}

/** Fields that have columns of their own. */
const NAMED = new Set(['staffNumber', 'lastName', 'firstName', 'middleName', 'staffMember']);
