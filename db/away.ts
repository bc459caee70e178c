import { errorCode } from './client.ts';

/** Node's codes of a connection that can't be made or broke. */
const CONNECTION =
  /^(ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENOENT)$/;

/**
 * SQLSTATE classes and codes of a server that can't serve now: 08 connection, 28 and 3D000 role or database not there
 * yet, 53 out of resources, 57P0x shutting down or starting, 25006 read-only after a failover, 25P03 this process stood
 * still in a transaction, 55P03 and 57014 a wait that was cut short, 40001 and 40P01 still colliding after all retries.
 */
const STATE = /^(08...|28...|3D000|53...|57P0.|25006|25P03|55P03|57014|40001|40P01)$/;

/** node-postgres gives these no code. */
const MESSAGE =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Query read timeout)/;

/** Whether a request failed because the database is away or has no room: the same one may succeed shortly. */
export function isAway(error: unknown): boolean {
  const code = errorCode(error) ?? '';
  if (CONNECTION.test(code) || STATE.test(code)) return true;
  return (
    error instanceof Error &&
    (MESSAGE.test(error.message) || (error.cause !== undefined && isAway(error.cause)))
  );
}
