import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparedAddress, nameParts, nearness } from './nearness.ts';
import { parseAddress } from './parse.ts';

const BLAINE = { city: 'Blaine', state: 'MN', zip: '55123' };
const at = (line: string, lastLine: Partial<typeof BLAINE> = {}) =>
  comparedAddress(parseAddress({ ...BLAINE, ...lastLine, fullStreetAddress: line }));
const between = (a: string, b: string, lastLine: Partial<typeof BLAINE> = {}) =>
  nearness(at(a), at(b, lastLine));

describe('ADR-7 near is not the same, and the difference is named', () => {
  test.for([
    ['another tag', '4321 Lexington Ave', '4321 Lexington St', {}, 'another tag (ST, not AVE)'],
    ['a tag in one only', '4321 Lexington Ave', '4321 Lexington', {}, 'tag AVE in one only'],
    ['another direction', '4321 N Lexington Ave', '4321 S Lexington Ave', {}, 'another direction (S, not N)'],
    ['a direction in one only', '4321 N Lexington Ave', '4321 Lexington Ave', {}, 'direction N in one only'],
    [
      'the other side',
      '4321 N Lexington Ave',
      '4321 Lexington Ave N',
      {},
      'direction N on the other side of the name',
    ],
    ['another unit', '4321 Lexington Ave Apt 4', '4321 Lexington Ave Apt 5', {}, 'another unit (5, not 4)'],
    ['a unit in one only', '4321 Lexington Ave Apt 4', '4321 Lexington Ave', {}, 'unit 4 in one only'],
    [
      'another zip',
      '4321 Lexington Ave',
      '4321 Lexington Ave',
      { zip: '55124' },
      'another zip (55124, not 55123)',
    ],
    [
      'a slip',
      '4321 Lexington Ave',
      '4321 Lexingtn Ave',
      {},
      'street spelled otherwise (LEXINGTN, not LEXINGTON)',
    ],
    [
      'letters swapped',
      '4321 Lexington Ave',
      '4321 Lexignton Ave',
      {},
      'street spelled otherwise (LEXIGNTON, not LEXINGTON)',
    ],
  ] as const)('%s', ([, a, b, lastLine, difference]) => {
    expect(between(a, b, lastLine)?.differences).toEqual([difference]);
  });

  test.for([
    ['another number', '4321 Lexington Ave', '4322 Lexington Ave'],
    ['another street', '4321 Lexington Ave', '4321 Madison Ave'],
    ['numbered streets beside each other', '4321 42nd Ave', '4321 43rd Ave'],
    ['short names', '12 Oak St', '12 Oat St'],
    ['a box and a door', 'PO Box 54', '54 Box St'],
  ] as const)('not near: %s', ([, a, b]) => {
    expect(between(a, b)).toBeNull();
  });

  test('not near: another state', () => {
    expect(between('4321 Lexington Ave', '4321 Lexington Ave', { state: 'WI' })).toBeNull();
  });
});

test('what is lacking is nearer than what is said otherwise', () => {
  const score = (b: string) => between('100 N Main St Apt 4', b)?.score ?? 0;
  expect(score('100 N Main Apt 4')).toBeGreaterThan(score('100 N Main Ave Apt 4'));
  expect(score('100 Main St Apt 4')).toBeGreaterThan(score('100 S Main St Apt 4'));
  expect(score('100 N Main St')).toBeGreaterThan(score('100 N Main St Apt 5'));
});

test('law: nearness is mutual, and nothing is nearer than the address itself', () => {
  const part = fc.constantFrom('', 'N', 'S');
  const line = fc
    .tuple(
      part,
      fc.constantFrom('Lexington', 'Lexingten', 'Main', 'Court'),
      fc.constantFrom('', 'Ave', 'St'),
      part,
      fc.constantFrom('', 'Apt 4', 'Apt 5'),
    )
    .map((parts) => ['100', ...parts].filter(Boolean).join(' '));
  fc.assert(
    fc.property(line, line, (a, b) => {
      const [there, back] = [between(a, b), between(b, a)];
      expect(there?.score).toBe(back?.score);
      expect(between(a, a)?.score).toBe(1);
      expect(there?.score ?? 0).toBeLessThanOrEqual(1);
    }),
  );
});

test('law: whatever street is near holds a part of the name that it is near to', () => {
  const name = fc.stringMatching(/^[A-Z]{4,12}$/);
  const place = fc.nat({ max: 12 });
  const edit = fc.tuple(place, fc.constantFrom('replace', 'drop', 'add', 'swap'), fc.constantFrom('A', 'X'));
  fc.assert(
    fc.property(name, fc.array(edit, { minLength: 1, maxLength: 2 }), (text, edits) => {
      let other = text;
      for (const [place, kind, letter] of edits) {
        const i = place % other.length;
        const [before, at, after] = [other.slice(0, i), other.charAt(i), other.slice(i + 1)];
        if (kind === 'replace') other = before + letter + after;
        else if (kind === 'drop') other = before + after;
        else if (kind === 'add') other = before + letter + at + after;
        else other = before + after.charAt(0) + at + after.slice(1);
      }
      const near = nearness({ ...at('100 Main St'), name: text }, { ...at('100 Main St'), name: other });
      if (near) expect(nameParts(text).some((part) => other.includes(part))).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
