import { compassPoint } from './directional.ts';
import { phraseAt, phrases } from './phrases.ts';
import { HIGHWAY_HEADS, HIGHWAY_KINDS, HIGHWAY_TAILS, type HighwayKind } from './tables/highways.ts';
import { STATE_TABLE } from './tables/states.ts';
import { designatorOf } from './unit-designator.ts';

/** FM is a farm-to-market road, not Micronesia. */
const STATE_NAMED = STATE_TABLE.filter(([, code]) => code !== 'FM').flatMap(([name, code]) => {
  const kind: HighwayKind = { standard: `${code} HWY`, spellings: [] };
  return [name.toUpperCase(), code].map((spelling) => [spelling, kind] as const);
});
const STATES = phrases(STATE_NAMED);
const KINDS = phrases(
  HIGHWAY_KINDS.flatMap((kind) => kind.spellings.map((spelling) => [spelling, kind] as const)),
);
const GLUED = phrases(
  HIGHWAY_KINDS.flatMap((kind) => kind.spellings.map((spelling) => [spelling, kind] as const)),
);
const TAILS = new Set(HIGHWAY_TAILS);
const HEADS = new Set(HIGHWAY_HEADS);
const NUMBERED = /^(?!\d+(?:ST|ND|RD|TH)$)[A-Z]?\d+(?:-\d+)*[A-Z]{0,2}$/;
const LETTERED = /^[A-Z]{1,3}$/;
const GLUED_NUMBER = /^(I|IH|US|SR|CR|FM|RM|SH|CTH|STH)-?(\d+[A-Z]?)$/;

/** A highway in a street name: where it begins, where its name ends (tails with it), and what it is. */
export interface Highway {
  start: number;
  end: number;
  /** "STATE RD", "US HWY"… and the number, as compared. */
  standard: string;
  id: string;
  idEnd: number;
}

/** The highway or numbered road among the words from `from` to `end` (section 237, appendix F). */
export function findHighway(word: readonly string[], from: number, end: number): Highway | null {
  for (let at = from; at < end; at++) {
    const found = highwayAt(word, at, from, end);
    if (found) return found;
  }
  return null;
}

function highwayAt(word: readonly string[], at: number, from: number, end: number): Highway | null {
  const glued = GLUED_NUMBER.exec(word[at] ?? '');
  if (glued) {
    const kind = phraseAt(GLUED, [glued[1] ?? ''], 0, 1)?.meaning.standard ?? glued[1] ?? '';
    return { start: at, end: tailEnd(word, at + 1, end), standard: kind, id: glued[2] ?? '', idEnd: at + 1 };
  }
  const state = phraseAt(STATES, word, at, end);
  if (state) {
    const behind = at + state.words.length;
    const kind = phraseAt(KINDS, word, behind, end);
    const ofState = kind && !kind.meaning.first ? kind : undefined;
    const id = idEnd(word, behind + (ofState?.words.length ?? 0), end, ofState?.meaning);
    const named = at === from || HEADS.has(word[at - 1] ?? '');
    if (id > 0 && named && (ofState || !compassPoint(word[at]))) {
      const standard = ofState && ofState.meaning.standard !== 'HWY' ? ofState.meaning.standard : 'HWY';
      const code = state.meaning.standard.slice(0, 2);
      return {
        start: at,
        end: tailEnd(word, id, end),
        standard: `${code} ${standard}`,
        id: word[id - 1] ?? '',
        idEnd: id,
      };
    }
  }
  const kind = phraseAt(KINDS, word, at, end);
  if (!kind || (kind.meaning.first && at > from)) return null;
  if (isBare(kind.meaning) && at > from && !HEADS.has(word[at - 1] ?? '')) return null;
  const id = idEnd(word, at + kind.words.length, end, kind.meaning);
  if (id < 0) return null;
  return {
    start: at,
    end: tailEnd(word, id, end),
    standard: kind.meaning.standard,
    id: word[id - 1] ?? '',
    idEnd: id,
  };
}

function isBare(kind: HighwayKind): boolean {
  return kind.standard === 'HWY' || kind.standard === 'RTE';
}

/** Index behind the highway's number, -1 when none follows. */
function idEnd(word: readonly string[], at: number, end: number, kind: HighwayKind | undefined): number {
  let next = at;
  while (next < end && (word[next] === '#' || word[next] === 'NO' || word[next] === 'NUMBER')) next++;
  if (next >= end) return -1;
  const id = word[next] ?? '';
  if (NUMBERED.test(id)) return next + 1;
  const lettered = kind?.lettered && LETTERED.test(id) && !TAILS.has(id) && !designatorOf(id);
  return lettered ? next + 1 : -1;
}

function tailEnd(word: readonly string[], at: number, end: number): number {
  let next = at;
  while (next < end && TAILS.has(word[next] ?? '')) next++;
  return next;
}
