import { count, counted } from '../text/numbers.ts';

/** A piece of a sentence; with a link where it is the name of something that has a page. */
export interface Part {
  text: string;
  href?: string;
}

/** What an id of an event is the id of, so that its name is looked up. */
export type RefKind = 'person' | 'run' | 'user' | 'userId' | 'client' | 'address';

/** What a sentence is made from. */
export interface Event {
  /** The name of the target; of an unknown one what stands for it. */
  it: Part;
  detail: Detail;
  /** The names of the ids that the detail has at a key. */
  of(key: string): Part[];
  /** A moment of the detail, in the district's zone. */
  moment(key: string): string | null;
}

/** How the log speaks of one action. Its subject is who did it, so a sentence begins with a verb in the past. */
export interface Action {
  /** For the filter by action. */
  name: string;
  target?: RefKind;
  /** Keys of the detail that hold an id, or a list of ids. */
  others?: Readonly<Record<string, RefKind>>;
  sentence(event: Event): Part[];
}

/** `detail` as it was recorded, by this release or an earlier one: what is missing or of another type is left out. */
export class Detail {
  readonly #raw: Record<string, unknown>;
  constructor(raw: Record<string, unknown> | null) {
    this.#raw = raw ?? {};
  }
  text(key: string): string | null {
    const value = this.#raw[key];
    return typeof value === 'string' && value !== '' ? value : null;
  }
  number(key: string): number | null {
    const value = this.#raw[key];
    return typeof value === 'number' ? value : null;
  }
  flag(key: string): boolean {
    return this.#raw[key] === true;
  }
  has(key: string): boolean {
    return key in this.#raw;
  }
  list(key: string): unknown[] {
    const value = this.#raw[key];
    return Array.isArray(value) ? value : [];
  }
  texts(key: string): string[] {
    return this.list(key).filter((value) => typeof value === 'string');
  }
  at(key: string): Record<string, unknown> | null {
    const value = this.#raw[key];
    return isObject(value) ? value : null;
  }
  keys(): string[] {
    return Object.keys(this.#raw);
  }
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Inset = Part | readonly Part[] | string | number | null;

/** A sentence with names in it: say`Edited ${it}.` */
export const say = (texts: TemplateStringsArray, ...insets: Inset[]): Part[] =>
  joined(texts.flatMap((text, i) => [{ text }, ...partsOf(insets[i] ?? null)]));

function partsOf(inset: Inset): Part[] {
  if (inset === null) return [];
  if (typeof inset === 'string') return [{ text: inset }];
  if (typeof inset === 'number') return [{ text: count(inset) }];
  return 'text' in inset ? [inset] : [...inset];
}

/** Neighbors without a link are one piece. */
export function joined(parts: readonly Part[]): Part[] {
  const all: Part[] = [];
  for (const part of parts) {
    const last = all.at(-1);
    if (last && !last.href && !part.href) all[all.length - 1] = { text: last.text + part.text };
    else if (part.text !== '') all.push(part);
  }
  return all;
}

/** `A`, `A and B`, `A, B and 7 more`. */
export function listed(parts: readonly Part[], most = 10): Part[] {
  const shown = parts.slice(0, parts.length > most ? most - 1 : most);
  const more = parts.length - shown.length;
  const all = more > 0 ? [...shown, { text: `${count(more)} more` }] : shown;
  return all.flatMap((part, i) => [
    ...(i === 0 ? [] : [{ text: i === all.length - 1 ? ' and ' : ', ' }]),
    part,
  ]);
}

export const listedTexts = (texts: readonly string[]): Part[] => listed(texts.map((text) => ({ text })));

/** A sentence that follows another one. */
export const also = (sentence: readonly Part[]): Part[] => [{ text: ' ' }, ...sentence];

/** What somebody entered as the reason. */
export const because = ({ detail }: Event): Part[] => {
  const reason = detail.text('reason');
  return reason === null ? [] : also(say`Reason: ${reason}`);
};

/** `12 people` of a number of the detail; null without it. */
export const countOf = ({ detail }: Event, key: string, one: string, many: string): string | null => {
  const n = detail.number(key);
  return n === null ? null : counted(n, one, many);
};

/** The figures of the detail that are not zero: `2 created, 1 failed`. */
export const figures = ({ detail }: Event, names: Readonly<Record<string, string>>): string =>
  Object.entries(names)
    .flatMap(([key, name]) => {
      const n = detail.number(key);
      return n ? [`${count(n)} ${name}`] : [];
    })
    .join(', ');

/** An action that refers to nothing but its target. */
export const simple = (name: string, target: RefKind | undefined, sentence: Action['sentence']): Action => ({
  name,
  ...(target && { target }),
  sentence,
});
