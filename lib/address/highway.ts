import { compassPoint } from './directional.ts';
import { phraseAt, phrases } from './phrases.ts';
import { HIGHWAY_HEADS, HIGHWAY_KINDS, HIGHWAY_TAILS, type HighwayKind } from './tables/highways.ts';
import { STATE_TABLE } from './tables/states.ts';
import { designatorOf } from './unit-designator.ts';

/** A highway or numbered road (section 237, appendix F). */
export interface Highway {
  start: number;
  /** Index after its number, and after what belongs to its name after that ("Bypass"). */
  idEnd: number;
  end: number;
  /** What it is, as compared: "US HWY", "KY STATE HWY". */
  standard: string;
  id: string;
}

const KINDS = phrases(HIGHWAY_KINDS.flatMap((kind) => kind.spellings.map((words) => [words, kind] as const)));
/** FM is a farm to market road, not Micronesia. */
const STATES = phrases(
  STATE_TABLE.filter(([, code]) => code !== 'FM').flatMap(
    ([name, code]) =>
      [
        [name.toUpperCase(), code],
        [code, code],
      ] as const,
  ),
);
const TAILS = new Set(HIGHWAY_TAILS);
const HEADS = new Set(HIGHWAY_HEADS);
const NUMBER = /^(?!\d+(?:ST|ND|RD|TH)$)(?:[A-Z]-?)?\d+(?:\.\d+)?(?:-\d+)*(?:[A-Z]{0,2}|-[A-Z])$/;
const LETTERS = /^[A-Z]{1,3}$/;
const GLUED_STATE = /^([A-Z]{2})-(\d+[A-Z]?)$/;
const GLUED = /^(I|IH|US|SR|CR|FM|RM|CTH|STH)-?(\d+[A-Z]?)$/;

/** The first highway among the words from `from`, where the street name begins, to `end`. */
export function findHighway(word: readonly string[], from: number, end: number): Highway | null {
  for (let at = from; at < end; at++) {
    const found =
      stateHighway(word, at, from, end) ?? namedHighway(word, at, from, end) ?? gluedHighway(word, at, end);
    if (found) return found;
  }
  return null;
}

/** "US Hwy 61", "County Road DB", "Farm to Market 407". */
function namedHighway(word: readonly string[], at: number, from: number, end: number): Highway | null {
  const kind = phraseAt(KINDS, word, at, end);
  if (!kind || !mayBegin(kind.meaning, word, at, from)) return null;
  return highway(
    word,
    at,
    numberEnd(word, at + kind.words.length, end, kind.meaning),
    end,
    kind.meaning.standard,
  );
}

/** A word that is a suffix as well begins a highway's name only at the head of the street: "Mill Road 5" has a unit. */
function mayBegin(kind: HighwayKind, word: readonly string[], at: number, from: number): boolean {
  return at === from || (!kind.first && (!kind.bare || HEADS.has(word[at - 1] ?? '')));
}

/** "KY 1207", "Kentucky Highway 189", "KY St Hwy 1", "CA County Rd 150". */
function stateHighway(word: readonly string[], at: number, from: number, end: number): Highway | null {
  const state = phraseAt(STATES, word, at, end);
  if (!state || !(at === from || HEADS.has(word[at - 1] ?? ''))) return null;
  const after = at + state.words.length;
  const kind = phraseAt(KINDS, word, after, end);
  if (kind && !kind.meaning.first) {
    const idEnd = numberEnd(word, after + kind.words.length, end, kind.meaning);
    return highway(word, at, idEnd, end, `${state.meaning} ${kind.meaning.standard}`);
  }
  // NE is Nebraska and a compass point: "NE 93" is a street.
  return compassPoint(word[at])
    ? null
    : highway(word, at, numberEnd(word, after, end), end, `${state.meaning} HWY`);
}

/** "I10", "SR-18". */
function gluedHighway(word: readonly string[], at: number, end: number): Highway | null {
  const here = word[at] ?? '';
  const [, name = '', id = ''] = here.length > 1 ? (GLUED.exec(here) ?? []) : [];
  if (id === '') return gluedState(word, at, end);
  const standard = phraseAt(KINDS, [name], 0, 1)?.meaning.standard ?? name;
  return { start: at, idEnd: at + 1, end: tailEnd(word, at + 1, end), standard, id };
}

/** "KY-1207". NE, SE and SW with a number are streets. */
function gluedState(word: readonly string[], at: number, end: number): Highway | null {
  const [, code = '', id = ''] = GLUED_STATE.exec(word[at] ?? '') ?? [];
  const state = phraseAt(STATES, [code], 0, 1);
  if (!state || compassPoint(code)) return null;
  return { start: at, idEnd: at + 1, end: tailEnd(word, at + 1, end), standard: `${state.meaning} HWY`, id };
}

function highway(word: readonly string[], start: number, idEnd: number, end: number, standard: string) {
  if (idEnd < 0) return null;
  return { start, idEnd, end: tailEnd(word, idEnd, end), standard, id: word[idEnd - 1] ?? '' };
}

/** Index after the highway's number, -1 when none follows. After # stands a unit ("County Road #4"). */
function numberEnd(word: readonly string[], from: number, end: number, kind?: HighwayKind): number {
  let at = from;
  if (word[at] === 'NO' || word[at] === 'NUMBER') at++;
  if (at >= end) return -1;
  const id = word[at] ?? '';
  if (NUMBER.test(id)) return at + 1;
  const isLettered = kind?.lettered && LETTERS.test(id) && !TAILS.has(id) && !designatorOf(id);
  return isLettered ? at + 1 : -1;
}

function tailEnd(word: readonly string[], from: number, end: number): number {
  let at = from;
  while (at < end && TAILS.has(word[at] ?? '')) at++;
  return at;
}
