import { expect, test } from 'vitest';
import type { Feed } from '../../../../lib/feeds/schema.ts';
import { editOf, movedServer, typedOf } from './typed.ts';

const feed: Feed = {
  id: '1',
  name: 'Night',
  source: {
    kind: 'sftp',
    host: 'hr.example.org',
    port: 2222,
    username: 'boi',
    signIn: 'key',
    folder: '/out',
    pattern: '*.csv',
    archive: null,
  },
  hostKey: 'k',
  mapping: null,
  days: [1],
  at: '02:30',
  policy: 'stop',
  setsAside: false,
  maxAgeHours: 30,
  leastPercent: null,
  hasSecret: true,
  paused: false,
  nextAt: null,
  createdBy: 'Alex',
  lastRun: null,
};

test('what is read of a feed and not changed is sent as it was, without a secret', () => {
  const { id, hasSecret, paused, nextAt, createdBy, lastRun, ...settings } = feed;
  expect(editOf(typedOf(feed))).toEqual(settings);
});

test('another server has no accepted key; another folder keeps it', () => {
  const typed = typedOf(feed);
  expect(movedServer(typed, { ...typed, host: 'other.example.org' }).hostKey).toBeNull();
  expect(movedServer(typed, { ...typed, folder: '/in' }).hostKey).toBe('k');
});
