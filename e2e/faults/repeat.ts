import { setTimeout as pause } from 'node:timers/promises';
import type { Answer, Vendor } from '../vendor.ts';

/** Longer than a key stays taken by a process that died. */
const PATIENCE_MS = 120_000;

/**
 * As vendors are told: the same call with the same key, until Campus is neither away (503) nor still at work on the first one (409
 * with `retry`).
 * @returns the answer; 409 if the first call changed data and its answer is lost: then the vendor has to look
 */
export async function repeat(vendor: Vendor, path: string, body: object, key: string): Promise<Answer> {
  for (const deadline = Date.now() + PATIENCE_MS; ; await pause(500)) {
    const answer = await vendor.call('POST', path, body, { 'idempotency-key': key }).catch(() => undefined);
    if (answer && answer.status !== 503 && !(answer.status === 409 && saysRetry(answer))) return answer;
    if (Date.now() > deadline) throw new Error(`Still ${answer?.status} after ${PATIENCE_MS / 1000} s.`);
  }
}

const saysRetry = ({ body }: Answer): boolean => (body as { retry?: boolean }).retry === true;
