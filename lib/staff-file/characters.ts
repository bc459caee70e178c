/** NUL and other controls that no keyboard writes, and what a decoder writes for a character that it can't read. */
const UNREADABLE = /[[\p{Control}\ufffd-\uffff]--[\s\u0085]]/v;
const EACH_UNREADABLE = new RegExp(UNREADABLE, 'gv');

export const isReadable = (text: string): boolean => !UNREADABLE.test(text);

/** A text that can be stored and shown, with a sign for each character that can't. */
export const readable = (text: string): string => text.replace(EACH_UNREADABLE, '\ufffd');
