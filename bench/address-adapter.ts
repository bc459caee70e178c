/** What a scorer of address parsers asks for: `parse` and `key`. */
export { matchKey as key } from '../lib/address/match-key.ts';
export { parseAddress as parse } from '../lib/address/parse.ts';
