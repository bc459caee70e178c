import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { campusRows } from '../campus-rows.ts';
import { ok, Vendor } from '../vendor.ts';
import { createAll, keyedCreates, millisecondsOf } from './keyed-creates.ts';
import { test } from './own-product.ts';
import { repeat } from './repeat.ts';
import { momentOf, scenario } from './scenario.ts';

const CREATES = 40;

scenario(
  test,
  'a web freezes in single creates: sent again to the other one with their keys; the first, once awake, creates nobody twice',
  async ({ product, another, vendor, district, round }, info) => {
    test.skip(
      !process.env.ALL_FAULTS,
      'A key that a frozen process holds is free after a minute: `npm run faults`.',
    );
    await product.start();
    const second = await another();
    second.startWeb();
    await second.untilReady();
    const other = new Vendor(second.baseUrl, district.access);
    await vendor.token();
    const earlier = keyedCreates(CREATES, 10_000);
    const takes = await millisecondsOf(() => createAll(vendor, earlier));
    const creates = keyedCreates(CREATES, 20_000);
    const answers = createAll(vendor, creates);
    await pause(momentOf(round, takes));
    product.web?.freeze();
    const again = await Promise.all(
      creates.map(({ person, key }) => repeat(other, '/staffMembers', person, key)),
    );
    product.web?.wake();
    // The first calls are answered too, each in some way.
    const late = (await answers).map((answer) => answer?.status ?? 'cut off');
    const counts = Object.fromEntries(
      [
        ...Map.groupBy(
          [...again.map(({ status }) => `again ${status}`), ...late.map((one) => `first ${one}`)],
          String,
        ),
      ].map(([what, those]) => [what, those.length]),
    );
    info.annotations.push({ type: 'seen', description: JSON.stringify(counts) });
    expect(again.filter(({ status }) => status !== 201 && status !== 409)).toEqual([]);
    const { person } = await campusRows(district.ctx);
    expect(person.map((row) => String(row.staff_number)).sort()).toEqual(
      [...earlier, ...creates].map((one) => String(one.person.staffNumber)).sort(),
    );
    await product.untilReady();
    ok(await vendor.get('/schools'), 200);
  },
);
