import { localDate } from '../../export/local-time.ts';
import { type Action, also, type Event, listedTexts, say, simple } from '../sentence.ts';

const REFUSED: Record<string, string> = {
  opened: 'It was opened before.',
  withdrawn: 'It was withdrawn.',
  expired: 'It had expired.',
  'client inactive': 'The client is disabled or has expired.',
};

const facts = ({ detail }: Event) => {
  const scopes = detail.texts('scopes');
  const lastDay = detail.text('expiresOn');
  return [
    ...(scopes.length > 0 ? also(say`Scopes: ${listedTexts(scopes)}.`) : []),
    ...(lastDay ? also(say`Last day: ${localDate(lastDay)}.`) : []),
    ...(detail.flag('disabled') ? also(say`It is disabled.`) : []),
  ];
};

/** Credentials of HR systems. */
export const CLIENTS = {
  'client.create': simple('Created an API client', 'client', (event) => [
    ...say`Created the API client ${event.it}.`,
    ...facts(event),
  ]),
  'client.edit': simple('Edited an API client', 'client', (event) => [
    ...say`Edited the API client ${event.it}.`,
    ...facts(event),
  ]),
  'client.test': simple(
    'Tested the connection of an API client',
    'client',
    ({ it }) => say`Tested the connection of the API client ${it}.`,
  ),
  'client.reveal-secret': simple(
    'Revealed a client secret',
    'client',
    ({ it }) => say`Looked at the client secret of ${it}.`,
  ),
  'client.new-secret': simple('Generated a client secret', 'client', ({ it, detail }) => [
    ...say`Generated a new client secret for ${it}.`,
    ...(detail.text('old') === 'revoked'
      ? also(say`The previous secret stopped at once.`)
      : also(say`The previous secret works for a while longer.`)),
  ]),
  'client.revoke-secret': simple(
    'Revoked an old client secret',
    'client',
    ({ it }) => say`Stopped the previous client secret of ${it}.`,
  ),
  'client.hand-over': simple(
    'Made a link to hand over a client secret',
    'client',
    ({ it }) => say`Made a one-time link to hand over the credentials of ${it}.`,
  ),
  'client.hand-over-opened': simple(
    'Opened the link of a client secret',
    'client',
    ({ it }) => say`Opened the one-time link to the credentials of ${it}.`,
  ),
  'client.hand-over-refused': simple('A link of a client secret was refused', 'client', ({ it, detail }) => {
    const reason = REFUSED[detail.text('reason') ?? ''];
    return [
      ...say`Tried a one-time link to the credentials of ${it} that does not work.`,
      ...(reason ? also(say`${reason}`) : []),
    ];
  }),
  'client.hand-over-withdrawn': simple(
    'Withdrew the link of a client secret',
    'client',
    ({ it }) => say`Withdrew the one-time link to the credentials of ${it}.`,
  ),
} as const satisfies Record<string, Action>;
