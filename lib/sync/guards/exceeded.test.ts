import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exceededLimits, type GuardFigures, inWords } from './exceeded.ts';
import { GUARDS } from './limits.ts';
import { DEFAULT_GUARDS } from './schema.ts';

const figures = (over: Partial<GuardFigures> = {}): GuardFigures => ({
  created: 0,
  renamed: 0,
  ended: 0,
  changed: 0,
  erased: 0,
  positionsRemoved: 0,
  transferred: 1000,
  lastTransferred: 1000,
  ...over,
});
const settings = { ...DEFAULT_GUARDS, leastPeople: 0 };

test.each(['created', 'renamed', 'ended', 'changed', 'erased', 'positionsRemoved'] as const)(
  'SYNC-13 %s: at the limit a commit goes on, one more holds it',
  (limit) => {
    const most = (settings[limit] as number) * 10;
    expect(exceededLimits(settings, figures({ [limit]: most }))).toEqual([]);
    const [held] = exceededLimits(settings, figures({ [limit]: most + 1 }));
    expect(held).toEqual({ limit, found: most + 1, of: 1000, percent: settings[limit] });
  },
);

test('SYNC-13 a feed that shrank is measured against the one committed last; one that grew is none of it', () => {
  expect(exceededLimits(settings, figures({ transferred: 900 }))).toEqual([]);
  expect(exceededLimits(settings, figures({ transferred: 899 }))).toEqual([
    { limit: 'shrunk', found: 101, of: 1000, percent: 10 },
  ]);
  expect(exceededLimits(settings, figures({ transferred: 5000 }))).toEqual([]);
});

test('SYNC-13 as few people as the least are never held, in however small a district', () => {
  const few = figures({ created: 10, transferred: 10, lastTransferred: 10 });
  expect(exceededLimits(DEFAULT_GUARDS, few)).toEqual([]);
  expect(exceededLimits(DEFAULT_GUARDS, { ...few, created: 11, transferred: 11 })).toHaveLength(1);
});

test('SYNC-13 guards that are off, or a limit that is none, hold nothing', () => {
  const all = fc.record(
    Object.fromEntries([...GUARDS, 'transferred', 'lastTransferred'].map((name) => [name, fc.nat(100_000)])),
  ) as fc.Arbitrary<GuardFigures>;
  fc.assert(
    fc.property(all, (any) => {
      expect(exceededLimits({ ...settings, enabled: false }, any)).toEqual([]);
      const found = exceededLimits({ ...settings, created: null }, any).map(({ limit }) => limit);
      expect(found).not.toContain('created');
    }),
  );
});

test('SYNC-13 the facts in words', () => {
  expect(inWords({ limit: 'created', found: 1200, of: 5000, percent: 10 })).toBe(
    '1,200 people would be created; the limit is 500 (10 % of 5,000)',
  );
});
