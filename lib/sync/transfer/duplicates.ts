import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import type { FieldError } from '../../failure.ts';
import { staffNumberKey } from '../../record/record.ts';

/** Numbers of a call as they come, up to a limit: an error on the later record that names the earlier (SYNC-2). */
export class NumbersSent {
  readonly #first = new Map<string, number>();
  readonly #limit: number;
  readonly #pointer: string;

  constructor(limit: number, pointer: string) {
    this.#limit = limit;
    this.#pointer = pointer;
  }

  /** Undefined for a number that was not sent before. */
  add(index: number, staffNumber: string): FieldError | undefined {
    const key = staffNumberKey(staffNumber);
    const otherIndex = this.#first.get(key);
    if (otherIndex !== undefined) return within({ index, staffNumber, otherIndex }, this.#pointer);
    if (this.#first.size < this.#limit) this.#first.set(key, index);
    return undefined;
  }
}

interface Twin {
  line: number;
  staffNumber: string;
  place: number;
}

/** The same among all records of a call that were copied, where they are too many to compare in memory. */
export async function duplicatesInCall(
  tx: Transaction,
  callId: string,
  pointer: string,
): Promise<FieldError[]> {
  const twins = await tx.rows<{ line: number; first: number }>(
    `select line, first
       from (select line, min(line) over (partition by staff_number_key) as first
               from staged_staff where district_id = $1 and call_id = $2) t
      where line > first order by line`,
    [tx.districtId, callId],
  );
  if (twins.length === 0) return [];
  // By themselves: joined, the planner, who knows nothing of what was just copied, compares each with all.
  const numbers = await tx.rows<{ line: number; staffNumber: string }>(
    `select line, record::jsonb ->> 'staffNumber' as "staffNumber"
       from staged_staff where district_id = $1 and call_id = $2 and line = any($3::int[])`,
    [tx.districtId, callId, arrayLiteral(twins.map(({ line }) => line))],
  );
  const numberAt = new Map(numbers.map(({ line, staffNumber }) => [line, staffNumber]));
  return twins.map(({ line, first }) =>
    within({ index: line, staffNumber: numberAt.get(line) ?? '', otherIndex: first }, pointer),
  );
}

/**
 * Numbers of a call, already copied, that an earlier call of the run has staged (SYNC-2).
 * `offset 0`: each number is looked up by itself. Of a staging that is just being filled the planner knows nothing, and
 * it compared every record with every other.
 */
export async function duplicatesStaged(
  tx: Transaction,
  call: { id: string; runId: string },
  pointer: string,
): Promise<FieldError[]> {
  const twins = await tx.rows<Twin>(
    `select mine.line, mine.record::jsonb ->> 'staffNumber' as "staffNumber", c.first_seq + theirs.line as place
       from staged_staff mine
      cross join lateral (
            select s.call_id, s.line from staged_staff s
             where s.district_id = $1 and s.run_id = $2 and s.staff_number_key = mine.staff_number_key
               and s.call_id <> $3 offset 0) theirs
       join staged_call c on c.district_id = $1 and c.id = theirs.call_id and c.first_seq is not null
      where mine.district_id = $1 and mine.call_id = $3
      order by mine.line`,
    [tx.districtId, call.runId, call.id],
  );
  return twins.map(({ line, staffNumber, place }) => ({
    pointer: `${pointer}/${line}/staffNumber`,
    code: 'duplicateStaffNumber',
    message: `Staff number ${staffNumber} was staged already by an earlier call of this synchronisation.`,
    hint: 'Send each staff member once, or restart the transfer to send other data.',
    index: line,
    staffNumber,
    stagedAt: `record ${place + 1} of the run`,
  }));
}

const within = (
  { index, staffNumber, otherIndex }: { index: number; staffNumber: string; otherIndex: number },
  pointer: string,
): FieldError => ({
  pointer: `${pointer}/${index}/staffNumber`,
  code: 'duplicateStaffNumber',
  message: `Staff number ${staffNumber} stands twice in this call: at ${pointer}/${otherIndex} and at ${pointer}/${index}.`,
  hint: 'Send each staff member once.',
  index,
  staffNumber,
  otherIndex,
});
