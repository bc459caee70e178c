import type { DailyUse } from '../daily-use.ts';
import { TooMany } from '../failure.ts';
import type { Call } from '../http/call.ts';
import { networkAddress } from '../http/network-address.ts';
import type { Problem } from '../http/problem.ts';
import { type Received, receive } from '../http/receive.ts';
import type { Server } from '../http/server.ts';
import { ERROR_PAYLOAD_BYTES_A_DAY, ERROR_ROWS_A_DAY, FAILED_CALLS_A_MINUTE_OF_ADDRESS } from '../limits.ts';
import { describeError } from '../log.ts';
import { newId } from '../new-id.ts';
import { causeOf } from './cause.ts';
import { FailedCalls } from './failed-calls.ts';
import { loggedToday } from './logged-today.ts';
import { KEPT_BYTES, maskPayload } from './mask-payload.ts';
import { recordErrors } from './record-error.ts';
import { ERROR_LOG_TEXTS } from './texts.ts';
import { unreadPayload } from './unread-payload.ts';

/** How long to wait for a body that the answer did not need. */
const PATIENCE_MS = 500;

/**
 * Records a call of a district's client that was answered 4xx or 5xx (ERR-1). A call of no district, or while the
 * database is away, is in the server's log only. A call without good credentials is counted (`FailedCalls`), so that a
 * stranger can't fill the log. Never throws: the answer goes out whatever happens here.
 *
 * @returns what to answer instead, if such calls are too many in this minute
 */
export async function recordFailedCall(
  server: Server,
  call: Call,
  problem: Problem,
): Promise<TooMany | undefined> {
  const { district } = call;
  if (!district || problem.status === 503) return undefined;
  try {
    const { failedCalls, dailyUse } = recordersOf(server);
    const counted = { ...factsOf(call, problem), districtId: district.id };
    if (!call.proven) return tooMany(await failedCalls.count(counted));
    const use = await dailyUse.of(district.id, call.startedAt);
    if (use.rows >= ERROR_ROWS_A_DAY) {
      await failedCalls.count(counted);
      return undefined;
    }
    const payload = use.bytes < ERROR_PAYLOAD_BYTES_A_DAY ? await payloadOf(call, problem) : null;
    use.rows += 1;
    use.bytes += payload?.length ?? 0;
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
  return undefined;
}

interface Recorders {
  failedCalls: FailedCalls;
  dailyUse: DailyUse;
}

const recorders = new WeakMap<Server, Recorders>();

/** A server's own. */
export function recordersOf(server: Server): Recorders {
  const own = recorders.get(server) ?? {
    failedCalls: new FailedCalls(server.db, server.log),
    dailyUse: loggedToday(server.db),
  };
  recorders.set(server, own);
  return own;
}

const tooMany = (seconds: number | undefined): TooMany | undefined =>
  seconds === undefined
    ? undefined
    : new TooMany(ERROR_LOG_TEXTS.tooManyFailures(FAILED_CALLS_A_MINUTE_OF_ADDRESS, seconds), seconds);

const factsOf = (call: Call, { status, detail, errors }: Problem) => ({
  occurredAt: call.startedAt,
  action: call.request.method,
  path: call.instance,
  status,
  message: detail,
  cause: causeOf({ status, message: detail, errors }),
  requestId: call.requestId,
  clientId: call.clientId ?? null,
  address: networkAddress(call.request.headers),
});

/** Of a body that nobody has read, or what arrives of it before the sender hangs up. */
async function beginning(request: Request): Promise<Received> {
  let arrived: Received | undefined;
  const onCut = (part: Received) => {
    arrived = part;
  };
  try {
    return await receive(request, { limit: KEPT_BYTES, patience: PATIENCE_MS, onCut });
  } catch (error) {
    if (arrived) return arrived;
    throw error;
  }
}

/** A body that is not what its Content-Type says: malformed, too large, or of another type. */
const UNREADABLE = new Set([400, 413, 415]);

async function payloadOf(call: Call, { status }: Problem): Promise<string | null> {
  const { request, body, json, lines, table } = call;
  const contentType = request.headers.get('content-type');
  const streamed = lines ?? table;
  if (streamed) {
    // Of a stream or table only the records that failed (ERR-3).
    const faulty = table ? table.faulty : faultyLines(lines);
    if (faulty !== null || !UNREADABLE.has(status)) return faulty;
    return unreadPayload(request.body?.locked ? streamed.head : await beginning(request), contentType);
  }
  const received = body ?? (await beginning(request));
  return json === undefined
    ? unreadPayload(received, contentType)
    : maskPayload({ ...received, readable: true });
}

function faultyLines(lines: Call['lines']): string | null {
  if (!lines) return null;
  const { bytes, readable } = lines.kept;
  return bytes.length > '[]'.length ? maskPayload({ bytes, whole: true, readable }) : null;
}

/** The person of the call, if it was about one. */
function staffNumberOf({ params, json }: Call, { errors }: Problem): string | null {
  const named = new Set(errors.map((error) => error.staffNumber));
  const sent = (json?.value as { staffNumber?: unknown } | null | undefined)?.staffNumber;
  const [only] = named;
  const staffNumber = params?.staffNumber ?? (named.size === 1 ? only : undefined) ?? sent;
  return typeof staffNumber === 'string' ? staffNumber.slice(0, 50) : null;
}
