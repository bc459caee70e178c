import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { TooSlow, Unreadable } from '../failure.ts';
import { BodyClock } from './body-clock.ts';
import { problemOf } from './problem.ts';

/** Ten times what an idle machine needs: a busy one holds a process up for a tenth of a second. */
const PACE = { windowMs: 600, bytesPerSecond: 1_000 };
const after = (milliseconds: number, bytes: number) => sleep(milliseconds, { value: new Uint8Array(bytes) });

test('a body that pauses ends', async () => {
  const clock = new BodyClock(PACE);
  await clock.next(after(1, 10));
  await expect(clock.next(after(2_000, 10))).rejects.toBeInstanceOf(TooSlow);
});

test('a body whose sender hangs up is not an absent database', async () => {
  const hungUp = Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
  const error = await new BodyClock(PACE).next(Promise.reject(hungUp)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Unreadable);
  expect(problemOf(error).status).toBe(400);
  expect(problemOf(hungUp).status).toBe(503);
});

test('a body that trickles ends once the rate was counted', async () => {
  const clock = new BodyClock(PACE);
  const trickle = async () => {
    for (let sent = 0; sent < 50; sent += 1) await clock.next(after(20, 1));
  };
  await expect(trickle()).rejects.toBeInstanceOf(TooSlow);
});

test('time in which nobody waits for the body does not count', async () => {
  const clock = new BodyClock(PACE);
  for (let sent = 0; sent < 4; sent += 1) {
    await clock.next(after(1, 1));
    await sleep(350);
  }
});
