import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { textRow } from '../db/sql-text.ts';
import { inOnlyDistrict } from './databases.ts';
import type { Vendor } from './vendor.ts';

/** What a commit left. It is whole if each record has one result, each result one person, and the feed again finds nothing. */
export interface Whole {
  records: number;
  results: number;
  staffNumbers: number;
  /** People who succeeded and are not there exactly once, or without exactly one current identity. */
  notOnce: number;
  /** People in whom the same feed still finds a difference, and how many people the callers changed meanwhile. */
  different: number;
  changedByCallers: number;
}

/** @param changed staff whose phone was changed while the commit ran */
export async function wholeCommit(
  ownerUrl: string,
  feed: string,
  vendor: Vendor,
  changed: readonly string[],
): Promise<Whole> {
  let records = 0;
  for await (const line of createInterface(createReadStream(feed))) if (line) records += 1;
  const found = await inOnlyDistrict(ownerUrl, (tx) =>
    textRow<{ results: number; numbers: number; notOnce: number }>(
      tx,
      `with last as (select id from sync_run where district_id = $1 and status = 'committed' order by committed_at desc limit 1),
            of_run as (select r.staff_number, r.outcome from sync_result r join last on last.id = r.run_id
                        where r.district_id = $1)
       select (select count(*) from of_run)::int as results,
              (select count(distinct staff_number) from of_run)::int as numbers,
              (select count(*) from of_run o
                where o.outcome <> 'failed'
                  and (select count(*) from person p where p.district_id = $1 and p.staff_number = o.staff_number
                          and (select count(*) from identity i where i.district_id = $1 and i.person_id = p.id and i.current) = 1) <> 1
              )::int as "notOnce"`,
      [tx.districtId],
    ),
  );
  await vendor.requestToken();
  await vendor.post('start');
  await vendor.stream('transfer', createReadStream(feed));
  await vendor.post('end');
  const { summary } = await vendor.post<{ summary: { demographics: { people: number } } }>('validate');
  return {
    records,
    results: found?.results ?? 0,
    staffNumbers: found?.numbers ?? 0,
    notOnce: found?.notOnce ?? -1,
    different: summary.demographics.people,
    changedByCallers: changed.length,
  };
}
