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
  /** People in whom the same feed still finds a difference: whom the callers changed meanwhile, who failed in the commit, others. */
  differentByCallers: number;
  differentAsFailed: number;
  different: number;
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
                        where r.district_id = $1),
            there as (select p.staff_number, count(*) as times
                        from person p join identity i on i.district_id = $1 and i.person_id = p.id and i.current
                       where p.district_id = $1 group by 1)
       select (select count(*) from of_run)::int as results,
              (select count(distinct staff_number) from of_run)::int as numbers,
              (select count(*) from of_run o left join there t on t.staff_number = o.staff_number
                where o.outcome <> 'failed' and coalesce(t.times, 0) <> 1
              )::int as "notOnce"`,
      [tx.districtId],
    ),
  );
  await vendor.requestToken();
  await vendor.post('start');
  await vendor.stream('transfer', createReadStream(feed));
  await vendor.post('end');
  await vendor.post('validate');
  const left = await inOnlyDistrict(ownerUrl, (tx) =>
    textRow<{ byCallers: number; asFailed: number; others: number }>(
      tx,
      `with last as (select validation_id as id from sync_run where district_id = $1 order by id desc limit 1),
            changed as (select distinct d.staff_number, d.staff_number = any($2::text[]) as by_callers,
                               exists (select from sync_result r where r.district_id = $1 and r.staff_number = d.staff_number
                                                                 and r.outcome = 'failed') as failed
                          from difference d join last on last.id = d.validation_id
                         where d.district_id = $1 and d.counted and d.hr is not null)
       select (count(*) filter (where by_callers))::int as "byCallers",
              (count(*) filter (where failed and not by_callers))::int as "asFailed",
              (count(*) filter (where not failed and not by_callers))::int as others from changed`,
      [tx.districtId, changed],
    ),
  );
  return {
    records,
    results: found?.results ?? 0,
    staffNumbers: found?.numbers ?? 0,
    notOnce: found?.notOnce ?? -1,
    differentByCallers: left?.byCallers ?? -1,
    differentAsFailed: left?.asFailed ?? -1,
    different: left?.others ?? -1,
  };
}
