import { count } from '../../text/numbers.ts';
import { GUARDS } from './limits.ts';
import type { Exceeded, GuardSettings } from './schema.ts';

/** What a commit would do, by its validation. */
export interface GuardFigures {
  created: number;
  renamed: number;
  ended: number;
  changed: number;
  erased: number;
  positionsRemoved: number;
  /** Staff of this feed, and of the feed that was committed last. */
  transferred: number;
  lastTransferred: number;
}

/** The limits that a commit exceeds (SYNC-13). Pure. */
export function exceededLimits(settings: GuardSettings, figures: GuardFigures): Exceeded[] {
  if (!settings.enabled) return [];
  const shrunk = Math.max(0, figures.lastTransferred - figures.transferred);
  const found = { ...figures, shrunk };
  return GUARDS.flatMap((limit) => {
    const percent = settings[limit];
    const of = limit === 'shrunk' ? figures.lastTransferred : figures.transferred;
    const over = percent !== null && found[limit] > settings.leastPeople && found[limit] * 100 > percent * of;
    return over ? [{ limit, found: found[limit], of, percent }] : [];
  });
}

const WORDS: Record<Exceeded['limit'], string> = {
  created: 'people would be created',
  renamed: 'people would be renamed',
  ended: 'people’s employment would end',
  changed: 'people would be changed',
  erased: 'people would have a value erased',
  positionsRemoved: 'positions would be removed',
  shrunk: 'fewer people than in the feed committed last',
};

/** `120 people would be created; the limit is 50 (10 % of 500)`. */
export const inWords = ({ limit, found, of, percent }: Exceeded): string =>
  `${count(found)} ${WORDS[limit]}; the limit is ${count(Math.floor((percent * of) / 100))} (${percent} % of ${count(of)})`;
