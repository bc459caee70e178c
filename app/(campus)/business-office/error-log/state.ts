import {
  createParser,
  type inferParserType,
  parseAsBoolean,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server';
import { ERROR_STATES, type Narrowing } from '../../../../lib/error-log/schema.ts';
import { parseAsDay, parseAsPage, parseAsSearch } from '../../url-state.ts';

const matching = (pattern: RegExp) =>
  createParser({ parse: (text) => (pattern.test(text) ? text : null), serialize: String });

/** What of the page is in the URL. */
export const ERROR_LOG = {
  search: parseAsSearch,
  from: parseAsDay,
  to: parseAsDay,
  action: matching(/^[A-Z]{1,20}$/),
  status: matching(/^[45](xx|\d\d)$/),
  /** One cause, `none` for entries without one. */
  cause: parseAsString.withDefault(''),
  state: parseAsStringLiteral(ERROR_STATES),
  grouped: parseAsBoolean.withDefault(false),
  page: parseAsPage,
  /** The entry whose payload is shown. */
  entry: matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
};
export type ErrorLogState = inferParserType<typeof ERROR_LOG>;

export const PAGE_SIZE = 50;
export const NO_CAUSE = 'none';
export const ACTIONS = ['GET', 'POST', 'PUT', 'DELETE', 'UPLOAD', 'COMMIT'] as const;

const MAX_CAUSE_CHARS = 200;

export const filtersOf = ({ search, from, to, action, status, cause, state }: ErrorLogState): Narrowing => ({
  search,
  from: from ?? undefined,
  to: to ?? undefined,
  action: action ?? undefined,
  status: status ?? undefined,
  state: state ?? undefined,
  cause: cause === '' ? undefined : cause === NO_CAUSE ? '' : cause.slice(0, MAX_CAUSE_CHARS),
});
