import { expect, test } from 'vitest';
import { TooMany } from '../failure.ts';
import { Turns } from './turns.ts';

const LIMITS = { ofDistrict: 2, waitingOfCaller: 2, patienceMs: 50 };
const soon = () => new Promise((resolve) => setTimeout(resolve, 5));

test('a caller has one turn at a time; the next one begins when it ends, in the order asked', async () => {
  const turns = new Turns(LIMITS);
  const order: number[] = [];
  const end = await turns.take('a', 'client');
  const second = turns.take('a', 'client').then((done) => {
    order.push(2);
    return done;
  });
  const third = turns.take('a', 'client').then((done) => {
    order.push(3);
    return done;
  });
  await soon();
  expect(order).toEqual([]);
  end();
  (await second)();
  (await third)();
  expect(order).toEqual([2, 3]);
});

test('a turn that does not come, and one too many who wait, are TooMany', async () => {
  const turns = new Turns(LIMITS);
  const end = await turns.take('a', 'client');
  const waiting = [turns.take('a', 'client'), turns.take('a', 'client')];
  const refused = Promise.allSettled(waiting);
  await expect(turns.take('a', 'client')).rejects.toBeInstanceOf(TooMany);
  expect((await refused).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  end();
  (await turns.take('a', 'client'))();
});

test('two callers of a district, and those of another district meanwhile; one caller can not take both places', async () => {
  const turns = new Turns(LIMITS);
  const first = await turns.take('a', 'one');
  const more = turns.take('a', 'one');
  const second = await turns.take('a', 'two');
  (await turns.take('b', 'other'))();
  const third = turns.take('a', 'three');
  second();
  (await third)();
  first();
  (await more)();
});

test('a turn ends once, however often it is ended', async () => {
  const turns = new Turns(LIMITS);
  const first = await turns.take('a', 'one');
  first();
  const again = await turns.take('a', 'one');
  const waiting = turns.take('a', 'one');
  again();
  again();
  await waiting;
  await expect(turns.take('a', 'one')).rejects.toBeInstanceOf(TooMany);
});
