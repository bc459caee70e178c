import fc from 'fast-check';
import { expect, test } from 'vitest';
import { staffNumberKey } from '../../record/record.ts';
import { type Holder, judgeNumbers, type WantedNumber } from './judge.ts';

/** A district by person, and a list of who is to get which number. */
function judge(district: Record<string, string | null>, list: readonly [string, string][]) {
  const holders = Object.entries(district).flatMap(([personId, staffNumber]): Holder[] =>
    staffNumber ? [{ personId, name: personId, staffNumber }] : [],
  );
  return judgeNumbers(
    list.map(
      ([personId, number]): WantedNumber => ({ personId, current: district[personId] ?? null, number }),
    ),
    Map.groupBy(holders, ({ staffNumber }) => staffNumberKey(staffNumber)),
  );
}
const outcomes = (district: Record<string, string | null>, list: readonly [string, string][]) =>
  judge(district, list).map(({ outcome }) => outcome);

test('RO-3 a number that somebody else has is taken, whatever its case', () => {
  expect(judge({ a: '1', b: 'X9' }, [['a', 'x9']])).toEqual([
    { outcome: 'taken', holder: { personId: 'b', name: 'b', staffNumber: 'X9' } },
  ]);
});

test('RO-3 a number is free if its holder gives it up in the same list: swaps, chains', () => {
  expect(
    outcomes({ a: '1', b: '2' }, [
      ['a', '2'],
      ['b', '1'],
    ]),
  ).toEqual(['change', 'change']);
  expect(
    outcomes({ a: '1', b: '2', c: '3' }, [
      ['a', '2'],
      ['b', '3'],
      ['c', '4'],
    ]),
  ).toEqual(['change', 'change', 'change']);
});

test('RO-3 a chain that can’t end is refused to its beginning', () => {
  expect(
    outcomes({ a: '1', b: '2', c: '3', d: '4' }, [
      ['a', '2'],
      ['b', '3'],
      ['c', '4'],
    ]),
  ).toEqual(['taken', 'taken', 'taken']);
});

test('RO-3 one of two who share a number gives it up: the other still has it', () => {
  expect(
    outcomes({ a: '7', b: '7', c: null }, [
      ['a', '8'],
      ['c', '7'],
    ]),
  ).toEqual(['change', 'taken']);
});

test('CHK-2 the same number again is no change; another spelling of it is', () => {
  expect(
    outcomes({ a: ' a1', b: 'b1' }, [
      ['a', 'a1'],
      ['b', 'B1'],
    ]),
  ).toEqual(['same', 'change']);
});

test('CHK-2 a line twice counts once; one person or one number twice is refused on each line', () => {
  expect(
    judge({ a: '1' }, [
      ['a', '5'],
      ['a', '5'],
    ]),
  ).toEqual([{ outcome: 'change' }, { outcome: 'repeated', of: 0 }]);
  expect(
    judge({ a: '1' }, [
      ['a', '5'],
      ['a', '6'],
    ]),
  ).toEqual([
    { outcome: 'pastedTwice', both: 'person', places: [0, 1] },
    { outcome: 'pastedTwice', both: 'person', places: [0, 1] },
  ]);
  expect(
    judge({ a: '1', b: '2' }, [
      ['a', 'x'],
      ['b', 'X'],
    ]),
  ).toEqual([
    { outcome: 'pastedTwice', both: 'number', places: [0, 1] },
    { outcome: 'pastedTwice', both: 'number', places: [0, 1] },
  ]);
});

const PEOPLE = ['a', 'b', 'c', 'd', 'e'];
const number = fc.constantFrom('1', '2', '3', '4', '5', '6');

test('RO-3 whatever the list, nobody who gets a number shares it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.option(number), { minLength: 5, maxLength: 5 }),
      fc.array(fc.tuple(fc.constantFrom(...PEOPLE), number), { maxLength: 8 }),
      (numbers, list) => {
        const district = Object.fromEntries(PEOPLE.map((id, i) => [id, numbers[i] ?? null]));
        const after = { ...district };
        const judged = judge(district, list);
        const changed = list.filter((_, place) => judged[place]?.outcome === 'change');
        for (const [id, given] of changed) after[id] = given;
        for (const [id, given] of changed)
          expect(PEOPLE.filter((other) => other !== id && after[other] === given)).toEqual([]);
      },
    ),
  );
});
