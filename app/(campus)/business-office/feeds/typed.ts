import type { Feed, FeedEdit, FeedSource } from '../../../../lib/feeds/schema.ts';

/** A feed as it is typed: every field of every kind of source, so that changing the kind loses nothing. */
export interface Typed {
  name: string;
  kind: FeedSource['kind'];
  folder: string;
  pattern: string;
  archive: string;
  host: string;
  port: string;
  username: string;
  signIn: 'password' | 'key';
  url: string;
  header: string;
  secret: string;
  hostKey: string | null;
  mapping: string;
  days: number[];
  at: string;
  policy: Feed['policy'];
  setsAside: boolean;
  maxAgeHours: string;
  leastPercent: string;
}

/** What a part of the form gets. */
export interface TypedFields {
  typed: Typed;
  change: (part: Partial<Typed>) => void;
  errorAt: (name: string) => string | undefined;
}

const NEW_FEED: Typed = {
  ...{
    name: '',
    kind: 'sftp',
    folder: '',
    pattern: '*.csv',
    archive: '',
    host: '',
    port: '22',
    username: '',
  },
  ...{ signIn: 'password', url: '', header: '', secret: '', hostKey: null, mapping: '' },
  ...{ days: [1, 2, 3, 4, 5, 6, 7], at: '02:30', policy: 'validate', setsAside: true },
  ...{ maxAgeHours: '30', leastPercent: '90' },
};

/** @param feed undefined for a new one */
export function typedOf(feed: Feed | undefined): Typed {
  if (!feed) return NEW_FEED;
  const { source, mapping, maxAgeHours, leastPercent, name, hostKey, days, at, policy, setsAside } = feed;
  const { kind, ...place } = source;
  const texts = Object.fromEntries(
    Object.entries(place).map(([key, value]) => [key, value === null ? '' : String(value)]),
  );
  return {
    ...{ ...NEW_FEED, kind, name, hostKey, days, at, policy, setsAside, ...texts },
    mapping: mapping ?? '',
    maxAgeHours: maxAgeHours === null ? '' : String(maxAgeHours),
    leastPercent: leastPercent === null ? '' : String(leastPercent),
  };
}

const orNull = (text: string): string | null => text.trim() || null;
const numberOrNull = (text: string): number | null => (text.trim() === '' ? null : Number(text));

export function sourceOf(typed: Typed): FeedSource {
  const { kind, folder, pattern, host, username, signIn, url } = typed;
  const files = { folder, pattern, archive: orNull(typed.archive) };
  if (kind === 'folder') return { kind, ...files };
  if (kind === 'https') return { kind, url, header: orNull(typed.header) };
  return { kind, host, port: Number(typed.port), username, signIn, ...files };
}

/** The key belongs to a server: another host has another one. */
export const movedServer = (before: Typed, now: Typed): Typed =>
  before.host === now.host && before.port === now.port ? now : { ...now, hostKey: null };

export const secretOf = ({ secret }: Typed): { secret?: string } => (secret ? { secret } : {});

export function editOf(typed: Typed): FeedEdit {
  const { name, hostKey, days, at, policy, setsAside } = typed;
  return {
    ...{ name, source: sourceOf(typed), hostKey, days, at, policy, setsAside, ...secretOf(typed) },
    mapping: orNull(typed.mapping),
    maxAgeHours: numberOrNull(typed.maxAgeHours),
    leastPercent: numberOrNull(typed.leastPercent),
  };
}
