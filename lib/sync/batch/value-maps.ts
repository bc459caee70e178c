import { createHash } from 'node:crypto';
import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, json } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { apiClient } from '../../../db/schema/client.ts';
import { stagedCall } from '../../../db/schema/staging.ts';
import type { MappedValue, ValueMap } from '../../record/map-values.ts';
import { loadValueMaps } from '../../value-mapping/load-value-maps.ts';
import type { SentValue } from '../../value-mapping/note-unknown-values.ts';

type Used = Omit<MappedValue, 'pointer'>;

/** How a run's records are mapped: each by the mappings of the HR system that sent it, as they are now. */
export interface RunValueMaps {
  /** Of a record by its place in staged order; undefined where nothing is mapped. */
  at: (seq: number) => ValueMap | undefined;
  /** What of them is used by this run. */
  used: Used[];
  /** Equal for runs whose records are mapped alike. */
  inputs: string;
}

const callsOfRun = defineQuery('the calls of a run and who sent them', (orm, p: Params<{ runId: string }>) =>
  orm
    .select({
      clientId: sql<string | null>`${apiClient.id}`,
      firstSeq: sql<number>`${stagedCall.firstSeq}`,
      records: stagedCall.records,
      unknownValues: json<Pick<SentValue, 'kind' | 'value'>[] | null>(stagedCall.unknownValues),
    })
    .from(stagedCall)
    .leftJoin(
      apiClient,
      and(inDistrict(apiClient), eq(sql`'client:' || ${apiClient.clientId}`, stagedCall.sentById)),
    )
    .where(and(inDistrict(stagedCall), eq(stagedCall.runId, p.runId), isNotNull(stagedCall.firstSeq)))
    .orderBy(stagedCall.firstSeq),
);

export async function runValueMaps(tx: Transaction, runId: string): Promise<RunValueMaps> {
  const sent = await callsOfRun(tx, { runId });
  const maps = await loadValueMaps(tx, [...new Set(sent.flatMap(({ clientId }) => clientId ?? []))]);
  const calls = sent.flatMap((call) => {
    const map = maps.get(call.clientId ?? '');
    return map ? [{ ...call, map }] : [];
  });
  return {
    at: (seq) => callAt(calls, seq)?.map,
    used: usedBy(calls),
    inputs: inputsOf([...maps.values()], sent.length === calls.length, runId),
  };
}

interface MappedCall {
  firstSeq: number;
  records: number;
  unknownValues: readonly Pick<SentValue, 'kind' | 'value'>[] | null;
  map: ValueMap;
}

/** By halves: a run may have a thousand calls. */
function callAt(calls: readonly MappedCall[], seq: number): MappedCall | undefined {
  let from = 0;
  let to = calls.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const call = calls[middle];
    if (call && call.firstSeq + call.records <= seq) from = middle + 1;
    else to = middle;
  }
  const call = calls[from];
  return call && call.firstSeq <= seq ? call : undefined;
}

function usedBy(calls: readonly MappedCall[]): Used[] {
  const used = new Map<string, Used>();
  for (const { unknownValues, map } of calls)
    for (const { kind, value } of unknownValues ?? []) {
      const code = map[kind].get(value);
      if (code !== undefined) used.set(`${kind} ${value} ${code}`, { kind, value, code });
    }
  return [...used.values()];
}

/**
 * One record may be mapped in two ways if not all of a run comes from one HR system: then nothing of another run is the same.
 */
function inputsOf(maps: readonly ValueMap[], isOfAll: boolean, runId: string): string {
  if (maps.length === 0) return '';
  const texts = maps.map((map) =>
    JSON.stringify(Object.entries(map).map(([kind, codes]) => [kind, [...codes].sort(inOrder)])),
  );
  const [first = '', ...others] = texts;
  const isOne = isOfAll && others.every((text) => text === first);
  return createHash('sha256')
    .update(isOne ? first : `${runId} ${texts.sort().join(' ')}`)
    .digest('base64');
}

const inOrder = ([a]: [string, string], [b]: [string, string]): number => (a < b ? -1 : 1);
