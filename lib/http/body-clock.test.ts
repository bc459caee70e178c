import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { TooSlow } from '../failure.ts';
import { BodyClock } from './body-clock.ts';

const PACE = { windowMs: 60, bytesPerSecond: 1_000 };
const after = (milliseconds: number, bytes: number) => sleep(milliseconds, { value: new Uint8Array(bytes) });

test('a body that pauses ends', async () => {
  const clock = new BodyClock(PACE);
  await clock.next(after(1, 10));
  await expect(clock.next(after(200, 10))).rejects.toBeInstanceOf(TooSlow);
});

test('a body that trickles ends once the rate was counted', async () => {
  const clock = new BodyClock(PACE);
  const trickle = async () => {
    for (let sent = 0; sent < 20; sent += 1) await clock.next(after(20, 1));
  };
  await expect(trickle()).rejects.toBeInstanceOf(TooSlow);
});

test('time in which nobody waits for the body does not count', async () => {
  const clock = new BodyClock(PACE);
  for (let sent = 0; sent < 4; sent += 1) {
    await clock.next(after(1, 1));
    await sleep(70);
  }
});
