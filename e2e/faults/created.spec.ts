import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { campusRows } from '../campus-rows.ts';
import { ok } from '../vendor.ts';
import { createAll, keyedCreates, millisecondsOf } from './keyed-creates.ts';
import { test } from './own-product.ts';
import { repeat } from './repeat.ts';
import { momentOf, scenario } from './scenario.ts';

const CREATES = 40;

scenario(
  test,
  'kill -9 of web in single creates: sent again with their keys, everybody is there once',
  async ({ product, vendor, district, round }, info) => {
    test.skip(
      !process.env.ALL_FAULTS,
      'A key that a dead process holds is free after a minute: `npm run faults`.',
    );
    await product.start();
    await vendor.token();
    const earlier = keyedCreates(CREATES, 10_000);
    const takes = await millisecondsOf(() => createAll(vendor, earlier));
    const creates = keyedCreates(CREATES, 20_000);
    const answers = createAll(vendor, creates);
    await pause(momentOf(round, takes));
    await product.web?.kill();
    const acknowledged = (await answers).filter((answer) => answer?.status === 201).length;
    const written = (await numbersOf()).length - CREATES;
    expect(written).toBeGreaterThanOrEqual(acknowledged);

    product.startWeb();
    await product.untilReady();
    const again = await Promise.all(
      creates.map(({ person, key }) => repeat(vendor, '/staffMembers', person, key)),
    );
    const counts = Map.groupBy(again, ({ status }) => status);
    // 409: created, but the answer died with the process; the vendor looks.
    expect([...counts.keys()].filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(await numbersOf()).toEqual(
      [...earlier, ...creates].map(({ person }) => String(person.staffNumber)).sort(),
    );
    for (const { person } of creates) ok(await vendor.get(`/staffMembers/${person.staffNumber}`), 200);
    const seen = { acknowledged, written, lostAnswers: counts.get(409)?.length ?? 0 };
    info.annotations.push({ type: 'seen', description: JSON.stringify(seen) });

    async function numbersOf(): Promise<string[]> {
      const { person } = await campusRows(district.ctx);
      return person.map((row) => String(row.staff_number)).sort();
    }
  },
);
