import { ACTIONS } from './actions.ts';
import { type Action, Detail } from './sentence.ts';

/** What the sentence of each action says of any event, and its name: without names and recorded values. */
const SAID: ReadonlyMap<string, string> = new Map(
  Object.entries<Action>(ACTIONS).map(([action, { name, sentence }]) => {
    const parts = sentence({ it: { text: '' }, detail: new Detail(null), of: () => [], moment: () => null });
    return [action, `${name} ${parts.map(({ text }) => text).join('')}`.toLowerCase()];
  }),
);

/** Actions in whose sentence a word, or a part of one, always is. @param word in lower case */
export const actionsThatSay = (word: string): string[] =>
  [...SAID].filter(([, text]) => text.includes(word)).map(([action]) => action);
