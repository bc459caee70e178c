import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../change.ts';
import { campusOf, district, type Sent, written } from '../testing/arbitrary.ts';
import type { Campus } from '../testing/campus.ts';
import { hr } from '../testing/hr.ts';
import { pairEqual } from './positions/pair-equal.ts';
import { positionEquals } from './positions/position-key.ts';

const records = (feed: readonly Sent[], spelling = 0) =>
  feed.map((sent, index) => hr(written(`${index + 1}`, sent, spelling)));

/** Runs a law on a district before its feed is committed and on the plans that were carried out. */
function law(check: (campus: Campus, feed: Sent[], plans: ReturnType<Campus['commit']>) => void): void {
  fc.assert(
    fc.property(district, ({ people, feed }) => {
      const campus = campusOf(people);
      check(campus, feed, campus.commit(records(feed)));
    }),
    { numRuns: 400 },
  );
}

test('SYNC-10 committing twice changes nothing: the plan of a just-committed feed is empty', () => {
  law((campus, feed) => {
    expect(campus.plan(records(feed)).flatMap(({ changes }) => changes)).toEqual([]);
  });
});

test.each([1, 2])(
  'STAFF-6, ADR-3 also in another spelling (%d) of addresses, phones and e-mails',
  (spelling) => {
    law((campus, feed) => {
      expect(campus.plan(records(feed, spelling)).flatMap(({ changes }) => changes)).toEqual([]);
    });
  },
);

test('and on the day after', () => {
  law((campus, feed) => {
    campus.today = '2026-11-25';
    expect(campus.plan(records(feed)).flatMap(({ changes }) => changes)).toEqual([]);
  });
});

test('and when each record is sent alone', () => {
  law((campus, feed) => {
    for (const record of records(feed)) expect(campus.plan([record])[0]?.changes).toEqual([]);
  });
});

test('ID-4 everybody has one current identity, and no identity ends before it starts', () => {
  law((campus) => {
    const identities = campus.rows('identity');
    const current = identities.filter((identity) => identity.current).map(({ personId }) => personId);
    expect(current.toSorted()).toEqual([...campus.tables.person.keys()].toSorted());
    for (const { startDate, endDate } of identities)
      expect(startDate === null || endDate === null || startDate <= endDate).toBe(true);
  });
});

test('ADR-3 no address exists twice', () => {
  law((campus) => {
    const keys = campus.rows('address').map(({ matchKey }) => matchKey);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('POS-13 afterwards every record of HR has a position of its own, and every other position is a twin or linked', () => {
  law((campus, feed) => {
    for (const record of records(feed)) {
      if (!record.positions) continue;
      const { positions } = campus.person(record.staffNumber);
      expect(pairEqual(record.positions, positions)).not.toContain(undefined);
      for (const position of positions)
        expect(
          position.links.length > 0 || record.positions.some((sent) => positionEquals(sent, position)),
        ).toBe(true);
    }
  });
});

test('EMP-3 afterwards every employment HR sent is there, as often as sent', () => {
  law((campus, feed) => {
    for (const record of records(feed)) {
      const left = campus
        .person(record.staffNumber)
        .employments.map((e) => `${e.hireDate} ${e.terminationDate}`);
      for (const { hireDate, terminationDate } of record.employments ?? []) {
        const place = left.indexOf(`${hireDate} ${terminationDate}`);
        expect(place).toBeGreaterThanOrEqual(0);
        left.splice(place, 1);
      }
    }
  });
});

test('HH-3 the household of a lone staff member has an open location at every address HR sent as open', () => {
  law((campus, feed, plans) => {
    for (const [index, record] of records(feed).entries()) {
      const ignored = plans[index]?.warnings.some(({ code }) => code === 'householdIgnored');
      if (!record.household || ignored) continue;
      const open = campus
        .person(record.staffNumber)
        .households.flatMap(({ locations }) => locations)
        .filter(({ endDate }) => endDate === null || endDate >= campus.today)
        .map(({ address }) => address.matchKey);
      for (const { endDate, matchKeys } of record.household.householdLocations)
        if (endDate === null) expect(open).toContain(matchKeys[0]);
    }
  });
});

test('every change names its rule and tells its reason, and none changes nothing', () => {
  law((_, __, plans) => {
    for (const { rule, reason, before, after } of plans.flatMap(({ changes }) => changes as Change[])) {
      expect(rule).toMatch(/^[A-Z]+-\d+[a-c]?$/);
      expect(reason).toMatch(/^[A-Z].*\.$/);
      expect(before).not.toEqual(after);
    }
  });
});

test('a plan undone, newest change first, leaves what was before', () => {
  fc.assert(
    fc.property(district, ({ people, feed }) => {
      const campus = campusOf(people);
      const before = structuredClone(campus.tables);
      const changes = campus.commit(records(feed)).flatMap((plan) => plan.changes);
      campus.apply(
        changes
          .toReversed()
          .map((change) => ({ ...change, before: change.after, after: change.before }) as Change),
      );
      expect(sorted(campus.tables)).toEqual(sorted(before));
    }),
    { numRuns: 300 },
  );
});

const sorted = (tables: Campus['tables']) =>
  Object.entries(tables).map(([name, rows]) => [name, [...rows].toSorted(([a], [b]) => (a < b ? -1 : 1))]);
