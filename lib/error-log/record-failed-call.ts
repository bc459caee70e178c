import type { Call } from '../http/call.ts';
import type { Problem } from '../http/problem.ts';
import { receive } from '../http/receive.ts';
import type { Server } from '../http/server.ts';
import { describeError } from '../log.ts';
import { newId } from '../new-id.ts';
import { KEPT_BYTES, maskPayload } from './mask-payload.ts';
import { recordErrors } from './record-error.ts';
import { unreadPayload } from './unread-payload.ts';

/** How long to wait for a body that the answer did not need. */
const PATIENCE_MS = 500;

/**
 * Records a call of a district's client that was answered 4xx or 5xx (ERR-1). A call of no district, or while the
 * database is away, is in the server's log only. Never throws: the answer goes out whatever happens here.
 */
export async function recordFailedCall(server: Server, call: Call, problem: Problem): Promise<void> {
  const { district } = call;
  if (!district || problem.status === 503) return;
  try {
    const payload = await payloadOf(call, problem);
    const entry = {
      id: newId(),
      occurredAt: call.startedAt,
      action: call.request.method,
      path: call.instance,
      status: problem.status,
      message: problem.detail,
      payload,
      errors: problem.errors,
      staffNumber: staffNumberOf(call, problem),
      requestId: call.requestId,
      clientId: call.clientId ?? null,
      runId: null,
    };
    await server.db.inDistrict(district.id, (tx) => recordErrors(tx, [entry]));
  } catch (error) {
    server.log.error({ requestId: call.requestId, ...describeError(error) }, 'failed call not recorded');
  }
}

const beginning = (request: Request) => receive(request, { limit: KEPT_BYTES, patience: PATIENCE_MS });

/** A body that is not what its Content-Type says: malformed, too large, or of another type. */
const UNREADABLE = new Set([400, 413, 415]);

async function payloadOf({ request, body, json, lines }: Call, { status }: Problem): Promise<string | null> {
  const contentType = request.headers.get('content-type');
  if (lines) {
    // Of a stream only the records that failed (ERR-3).
    const { bytes, readable } = lines.kept;
    if (bytes.length > '[]'.length) return maskPayload({ bytes, whole: true, readable });
    if (!UNREADABLE.has(status)) return null;
    return unreadPayload(request.body?.locked ? lines.head : await beginning(request), contentType);
  }
  const received = body ?? (await beginning(request));
  return json === undefined
    ? unreadPayload(received, contentType)
    : maskPayload({ ...received, readable: true });
}

/** The person of the call, if it was about one. */
function staffNumberOf({ params, json }: Call, { errors }: Problem): string | null {
  const named = new Set(errors.map((error) => error.staffNumber));
  const sent = (json?.value as { staffNumber?: unknown } | null | undefined)?.staffNumber;
  const [only] = named;
  const staffNumber = params?.staffNumber ?? (named.size === 1 ? only : undefined) ?? sent;
  return typeof staffNumber === 'string' ? staffNumber.slice(0, 50) : null;
}
