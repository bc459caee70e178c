import { Unreadable } from '../failure.ts';
import { parseJson } from '../http/json.ts';
import type { SentLines } from '../http/lines.ts';
import type { SentRecord } from './intake.ts';

/** The staff of a stream, one StaffMember a line; a line that is no JSON is a record that says why. */
export async function* staffOfLines(lines: SentLines): AsyncGenerator<SentRecord> {
  for await (const bytes of lines) {
    try {
      yield { value: parseJson(bytes), bytes };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      yield { value: undefined, unreadable: error, bytes };
    }
  }
}
