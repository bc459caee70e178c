import { Unreadable } from '../../failure.ts';
import { parseJson } from '../../http/json.ts';
import type { SentLines } from '../../http/lines.ts';
import type { SentRecord } from './sent-record.ts';

/** The staff of a stream, one StaffMember a line. */
export async function* staffOfLines(lines: SentLines): AsyncGenerator<SentRecord> {
  for await (const bytes of lines) yield staffOfLine(bytes);
}

/** A line that is no JSON is a record that says why. */
export function staffOfLine(bytes: Uint8Array): SentRecord {
  try {
    return { value: parseJson(bytes), bytes };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { value: undefined, unreadable: error, bytes };
  }
}
