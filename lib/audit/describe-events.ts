import type { Transaction } from '../../db/client.ts';
import type { Context } from '../context.ts';
import { localTime } from '../export/local-time.ts';
import { actionOf } from './actions.ts';
import { type Ref, resolveNames } from './resolve-names.ts';
import { type Action, Detail, joined, type Part, say } from './sentence.ts';

/** What an event has for its sentence. */
interface Recorded {
  action: string;
  target: string | null;
  detail: Record<string, unknown> | null;
}

/** Each event with its sentence, in pieces; names are looked up for all events at once. */
export async function describeEvents<E extends Recorded>(
  ctx: Context,
  tx: Transaction,
  events: readonly E[],
): Promise<(E & { sentence: Part[] })[]> {
  const nameOf = await resolveNames(ctx, tx, events.flatMap(refsOf));
  return events.map((event) => ({ ...event, sentence: sentenceOf(ctx, event, nameOf) }));
}

const idsAt = (detail: Recorded['detail'], key: string): string[] =>
  [detail?.[key]].flat().filter((id) => typeof id === 'string');

function refsOf({ action, target, detail }: Recorded): Ref[] {
  const known = actionOf(action);
  return [
    ...(known?.target && target !== null ? [{ kind: known.target, id: target }] : []),
    ...Object.entries(known?.others ?? {}).flatMap(([key, kind]) =>
      idsAt(detail, key).map((id) => ({ kind, id })),
    ),
  ];
}

function sentenceOf(ctx: Context, event: Recorded, nameOf: (ref: Ref) => Part): Part[] {
  const known: Action | undefined = actionOf(event.action);
  if (!known) return say`Recorded by an earlier release as “${event.action}”.`;
  const { target, others = {} } = known;
  const detail = new Detail(event.detail);
  const parts = known.sentence({
    it:
      event.target === null
        ? NOBODY
        : target
          ? nameOf({ kind: target, id: event.target })
          : { text: event.target },
    detail,
    of: (key) => {
      const kind = others[key];
      return kind ? idsAt(event.detail, key).map((id) => nameOf({ kind, id })) : [];
    },
    moment: (key) => {
      const text = detail.text(key);
      const at = text === null ? Number.NaN : Date.parse(text);
      return Number.isNaN(at) ? text : localTime(new Date(at), ctx.district.timeZone);
    },
  });
  return joined(parts);
}

/** Of an action whose target was not recorded. */
const NOBODY: Part = { text: 'somebody' };
