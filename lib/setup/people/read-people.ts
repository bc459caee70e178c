import type { Context } from '../../context.ts';
import { sealSsn } from '../../crypto/seal-ssn.ts';
import type { FieldError } from '../../failure.ts';
import { columnOfError } from '../../record/csv/column-of-error.ts';
import { openPeople, originOfError, type PersonOfTable } from '../../record/csv/people.ts';
import type { TableRules } from '../../record/csv/read-columns.ts';
import { inLabels } from '../../record/in-labels.ts';
import { parseNewStaffMember } from '../../record/parse.ts';
import type { StaffRecord } from '../../record/record.ts';
import { ssnInTransit } from '../../record/ssn-place.ts';
import type { RowError } from '../row-error.ts';
import { SETUP_TEXTS } from '../texts.ts';

/** A person of the file. */
export interface PersonRead {
  line: number;
  /** Undefined if something is wrong with it. */
  record?: StaffRecord;
  /** Parents and others whom HR does not know: their record has a number that is no staff number. */
  numberless: boolean;
  errors: RowError[];
  /** Where an error of the record is in the file. */
  place(error: FieldError): RowError;
}

/** Valid in a record, and replaced before it is used. */
const PLACEHOLDER = '0';

/**
 * The people of a file, by the rules for a record of HR's, but that the staff number may be blank. Several rows of one number
 * are one person.
 * @param open the file's bytes from the beginning, each time it is called
 * @throws Unreadable for what is no file of people
 */
export async function* readPeople(
  ctx: Context,
  open: () => AsyncIterable<Uint8Array>,
  rules: TableRules,
): AsyncGenerator<PersonRead> {
  const { people } = await openPeople(open, rules);
  for await (const person of people) yield readPerson(ctx, person);
}

function readPerson(ctx: Context, person: PersonOfTable): PersonRead {
  const line = person.rows[0]?.line ?? 0;
  const place = ({ pointer, message, hint }: FieldError): RowError => {
    const { row, steps } = originOfError(person, pointer.split('/').slice(1));
    const column = columnOfError(row.columns, row.cells, steps)?.header ?? null;
    return { line: row.line, column, message: inLabels(hint ? `${message} ${hint}` : message) };
  };
  if (person.rows.some(({ unreadable }) => unreadable)) {
    const errors = [{ line, column: null, message: SETUP_TEXTS.rowUnreadable() }];
    return { line, numberless: false, errors, place };
  }
  const sent = person.record;
  const given = typeof sent.staffNumber === 'string' ? sent.staffNumber.trim() : '';
  // With a blank, so that no staff number equals it.
  const number = given || `line ${line}`;
  const parsed = parseNewStaffMember(given ? sent : { ...sent, staffNumber: PLACEHOLDER }, (digits) =>
    sealSsn(ctx.keys, ssnInTransit(ctx.district.id, number), digits),
  );
  const faults = [...person.errors, ...('errors' in parsed ? parsed.errors : [])];
  return {
    line,
    numberless: given === '',
    ...('record' in parsed && faults.length === 0 && { record: { ...parsed.record, staffNumber: number } }),
    errors: faults.map(place),
    place,
  };
}
