import type { Transaction } from '../../db/client.ts';
import { rowWriter } from '../../db/rows.ts';
import { errorLog } from '../../db/schema/records.ts';
import type { FieldError } from '../failure.ts';
import { ERRORS_KEPT_OF_CALL } from '../limits.ts';
import { causeOf } from './cause.ts';
import { detailedMessage } from './detailed-message.ts';
import { searchTextOf } from './search-text.ts';

/** An entry of the Business Office Error Log (ERR-1). Its columns mask it (db/schema/masked.ts). */
export interface ErrorEntry {
  id: string;
  occurredAt: Date;
  /** The HTTP method; UPLOAD or COMMIT for what an admin started on a page (page-action.ts). */
  action: string;
  path: string;
  status: number;
  message: string;
  payload: string | null;
  errors: FieldError[];
  staffNumber: string | null;
  requestId: string | null;
  clientId: string | null;
  runId: string | null;
}

const rows = rowWriter(errorLog, [
  ...(['id', 'occurredAt', 'action', 'path', 'status', 'message', 'payload', 'errors'] as const),
  ...(['staffNumber', 'requestId', 'clientId', 'runId', 'cause', 'searchText'] as const),
]);

/** Writes entries of any number in one statement. */
export async function recordErrors(tx: Transaction, entries: readonly ErrorEntry[]): Promise<void> {
  await rows.insert(
    tx,
    entries.map((entry) => {
      const message = storable(detailedMessage(entry.message, entry.errors));
      return {
        ...entry,
        message,
        searchText: searchTextOf({ message, path: entry.path }),
        cause: causeOf(entry),
        errors: JSON.stringify(entry.errors.slice(0, ERRORS_KEPT_OF_CALL), (_, value) =>
          typeof value === 'string' ? storable(value) : value,
        ),
      };
    }),
  );
}

/** Messages name what was sent, with what Postgres can't hold. */
const storable = (text: string): string => text.toWellFormed().replaceAll('\0', '␀');
