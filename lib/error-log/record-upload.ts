import type { Database } from '../../db/client.ts';
import type { DistrictId } from '../../db/district-id.ts';
import type { FieldError } from '../failure.ts';
import { newId } from '../new-id.ts';
import { PAGE_ACTIONS } from './page-action.ts';
import { recordErrors } from './record-error.ts';

/** A file upload that was refused or set rows aside. `payload` is masked already. */
interface FailedUpload {
  at: Date;
  requestId: string | null;
  status: number;
  message: string;
  errors: FieldError[];
  payload: string | null;
}

/** Logs a file upload as that, not as a path of the API (ERR-1). */
export async function recordUpload(
  db: Database,
  districtId: DistrictId,
  { at, ...upload }: FailedUpload,
): Promise<void> {
  const entry = { id: newId(), occurredAt: at, ...PAGE_ACTIONS.upload, ...upload };
  await db.inDistrict(districtId, (tx) =>
    recordErrors(tx, [{ ...entry, staffNumber: null, clientId: null, runId: null }]),
  );
}
