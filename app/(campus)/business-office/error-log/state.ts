import { parseAsBoolean, parseAsInteger, parseAsString } from 'nuqs/server';
import type { Narrowing } from '../../../../lib/error-log/schema.ts';

/** What of the page stands in the URL. */
export const ERROR_LOG = {
  search: parseAsString.withDefault(''),
  from: parseAsString.withDefault(''),
  to: parseAsString.withDefault(''),
  action: parseAsString.withDefault(''),
  status: parseAsString.withDefault(''),
  /** One cause, `none` for what has none. */
  cause: parseAsString.withDefault(''),
  grouped: parseAsBoolean.withDefault(false),
  page: parseAsInteger.withDefault(1),
  /** The entry whose payload is shown. */
  entry: parseAsString.withDefault(''),
};

export interface ErrorLogState {
  search: string;
  from: string;
  to: string;
  action: string;
  status: string;
  cause: string;
  grouped: boolean;
  page: number;
  entry: string;
}

export const PAGE_SIZE = 50;
export const NO_CAUSE = 'none';
export const ACTIONS = ['GET', 'POST', 'PUT', 'DELETE'] as const;

const LAST_PAGE = 100_000;
const LONGEST = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A URL may hold anything: what is asked is always sound. */
export function narrowingOf(state: ErrorLogState): Narrowing {
  const { search, from, to, action, status, cause } = state;
  return {
    search: search.slice(0, LONGEST),
    from: day(from),
    to: day(to),
    action: /^[A-Z]{1,20}$/.test(action) ? action : undefined,
    status: /^[45](xx|\d\d)$/.test(status) ? status : undefined,
    cause: cause === '' ? undefined : cause === NO_CAUSE ? '' : cause.slice(0, LONGEST),
  };
}

export const soundPage = (page: number): number => Math.min(Math.max(1, page), LAST_PAGE);
export const soundEntry = (entry: string): string | null => (UUID.test(entry) ? entry : null);

const day = (text: string): string | undefined => {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d\d-\d\d$/.test(text) &&
    !Number.isNaN(date.getTime()) &&
    date.toISOString().startsWith(text)
    ? text
    : undefined;
};
