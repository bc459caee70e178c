import { type Action, also, type Event, listedTexts, say, simple } from '../sentence.ts';

/** Rights given and taken, a new name or e-mail address. */
const edits = ({ detail }: Event) => {
  const [given, taken] = [detail.texts('given'), detail.texts('taken')];
  return [
    ...(given.length > 0 ? also(say`Tool rights given: ${listedTexts(given)}.`) : []),
    ...(taken.length > 0 ? also(say`Tool rights taken: ${listedTexts(taken)}.`) : []),
    ...(detail.flag('renamed') ? also(say`The name was changed.`) : []),
    ...(detail.text('email') ? also(say`The e-mail address is now ${detail.text('email')}.`) : []),
    ...(detail.has('email') && !detail.text('email') ? also(say`The e-mail address was removed.`) : []),
  ];
};
const link = ({ detail }: Event) =>
  detail.text('by') === 'e-mail'
    ? also(say`The link was sent by e-mail.`)
    : detail.text('by') === 'link'
      ? also(say`They choose their password by a link.`)
      : detail.text('by') === 'single sign-on'
        ? also(say`They signed in by single sign-on.`)
        : [];

/** User Security. */
export const USERS = {
  'user.create': simple('Created a user', 'user', (event) => {
    const rights = event.detail.texts('rights');
    return [
      ...say`Created the user ${event.it}.`,
      ...(rights.length > 0 ? also(say`Tool rights: ${listedTexts(rights)}.`) : []),
      ...link(event),
    ];
  }),
  'user.edit': simple('Edited a user', 'user', (event) => [
    ...say`Edited the user ${event.it}.`,
    ...edits(event),
  ]),
  'user.disable': simple('Disabled a user', 'user', (event) => [
    ...say`Disabled the user ${event.it}.`,
    ...edits(event),
  ]),
  'user.enable': simple('Enabled a user', 'user', (event) => [
    ...say`Enabled the user ${event.it}.`,
    ...edits(event),
  ]),
  'user.reset-password': simple(
    'Reset a password',
    'user',
    ({ it }) => say`Gave ${it} a temporary password.`,
  ),
  'user.reset-by-link': simple('Reset a password by link', 'user', (event) => [
    ...say`Reset the password of ${event.it} by a link.`,
    ...(event.detail.text('by') === 'e-mail' ? link(event) : []),
  ]),
  'user.reset-by-operator': simple(
    'Reset password and second factor by the operator',
    'user',
    ({ it }) => say`Reset the password and the second factor of ${it} as the operator.`,
  ),
  'user.remove-second-factor': simple(
    'Removed a second factor',
    'user',
    ({ it }) => say`Removed the second factor of ${it}.`,
  ),
  'policy.second-factor-required': simple(
    'Required a second factor of every user',
    undefined,
    () => say`Required a second factor of every user.`,
  ),
  'policy.second-factor-optional': simple(
    'Made the second factor optional',
    undefined,
    () => say`Made the second factor optional.`,
  ),
} as const satisfies Record<string, Action>;
