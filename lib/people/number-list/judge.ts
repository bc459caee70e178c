import { staffNumberKey } from '../../record/record.ts';

/** A person who is to get a number, and the one they have. */
export interface WantedNumber {
  personId: string;
  /** As stored. */
  current: string | null;
  /** Trimmed. */
  number: string;
}

/** Somebody in Campus who has a number. */
export interface Holder {
  personId: string;
  name: string;
  staffNumber: string;
}

export type Judgement =
  | { outcome: 'change' | 'same' }
  /** `of` is the place in the list of the line that says it already. */
  | { outcome: 'repeated'; of: number }
  /** Places of the lines that name one person or one number. */
  | { outcome: 'pastedTwice'; both: 'person' | 'number'; places: number[] }
  | { outcome: 'taken'; holder: Holder };

/**
 * What a list of numbers does (RO-3, CHK-2): each line's judgement, in the order of the list. A number that its holder
 * gives up in the same list is free, so a list may swap numbers and move them on. If the holder's own line can't be
 * carried out, the number is taken after all.
 * @param holders everybody in Campus who has one of the wanted numbers, by staffNumberKey
 */
export function judgeNumbers(
  wanted: readonly WantedNumber[],
  holders: ReadonlyMap<string, readonly Holder[]>,
): Judgement[] {
  const places = wanted.map((_, place) => place);
  const byPerson = Map.groupBy(places, (place) => (wanted[place] as WantedNumber).personId);
  const judged = wanted.map(({ personId, current, number }, place): Judgement => {
    const own = byPerson.get(personId) ?? [];
    const first = own[0] ?? place;
    if (own.some((other) => wanted[other]?.number !== number))
      return { outcome: 'pastedTwice', both: 'person', places: own };
    if (first !== place) return { outcome: 'repeated', of: first };
    return { outcome: current?.trim() === number ? 'same' : 'change' };
  });
  refuseSharedNumbers(wanted, judged);
  refuseTakenNumbers(wanted, holders, judged);
  return judged;
}

const keyAt = (wanted: readonly WantedNumber[], place: number): string =>
  staffNumberKey(wanted[place]?.number ?? '');

const changing = (judged: readonly Judgement[]): number[] =>
  judged.flatMap(({ outcome }, place) => (outcome === 'change' ? [place] : []));

function refuseSharedNumbers(wanted: readonly WantedNumber[], judged: Judgement[]): void {
  for (const places of Map.groupBy(changing(judged), (place) => keyAt(wanted, place)).values())
    if (places.length > 1)
      for (const place of places) judged[place] = { outcome: 'pastedTwice', both: 'number', places };
}

/** Each refusal may leave a number with its holder, whom somebody further on counted on to leave it. */
function refuseTakenNumbers(
  wanted: readonly WantedNumber[],
  holders: ReadonlyMap<string, readonly Holder[]>,
  judged: Judgement[],
): void {
  const claims = Map.groupBy(changing(judged), (place) => keyAt(wanted, place));
  const placeOf = new Map(changing(judged).map((place) => [wanted[place]?.personId, place]));
  const leaves = ({ personId }: Holder, key: string): boolean => {
    const place = placeOf.get(personId);
    return place !== undefined && judged[place]?.outcome === 'change' && keyAt(wanted, place) !== key;
  };
  const open = changing(judged);
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (judged[place]?.outcome !== 'change') continue;
    const key = keyAt(wanted, place);
    const own = wanted[place]?.personId;
    const holder = holders.get(key)?.find((other) => other.personId !== own && !leaves(other, key));
    if (!holder) continue;
    judged[place] = { outcome: 'taken', holder };
    open.push(...(claims.get(staffNumberKey(wanted[place]?.current ?? '')) ?? []));
  }
}
