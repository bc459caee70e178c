import { type Action, also, type Event, say, simple } from '../sentence.ts';

const SOURCES: Record<string, string> = {
  sftp: 'an SFTP server',
  folder: 'a folder',
  https: 'a web address',
};
const sourceOf = ({ detail }: Event) => {
  const source = detail.text('source');
  return source ? also(say`Source: ${SOURCES[source] ?? source}.`) : [];
};

/** Feeds that Campus fetches by itself. */
export const FEEDS = {
  'feed.create': simple('Created a feed', undefined, (event) => [
    ...say`Created the feed ${event.it}.`,
    ...sourceOf(event),
  ]),
  'feed.edit': simple('Edited a feed', undefined, (event) => [
    ...say`Edited the feed ${event.it}.`,
    ...sourceOf(event),
    ...(event.detail.has('secret') ? also(say`Its password or key was changed.`) : []),
  ]),
  'feed.pause': simple('Paused a feed', undefined, ({ it }) => say`Paused the feed ${it}.`),
  'feed.resume': simple('Resumed a feed', undefined, ({ it }) => say`Resumed the feed ${it}.`),
  'feed.run': simple('Ran a feed', undefined, ({ it }) => say`Ran the feed ${it} at once.`),
  'feed.delete': simple('Deleted a feed', undefined, ({ it }) => say`Deleted the feed ${it}.`),
} as const satisfies Record<string, Action>;
