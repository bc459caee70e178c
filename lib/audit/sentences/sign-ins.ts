import { type Action, also, type Event, say, simple } from '../sentence.ts';

const WRONG: Record<string, string> = {
  password: 'The username or password was wrong.',
  code: 'The code was wrong.',
};
const LINK: Record<string, string> = {
  used: 'The link was used before.',
  withdrawn: 'The link was withdrawn.',
  expired: 'The link had expired.',
};
const why = ({ detail }: Event, key: string, reasons: Record<string, string>) => {
  const reason = reasons[detail.text(key) ?? ''];
  return reason ? also(say`${reason}`) : [];
};

/** Signing in and out, and what users do to their own account. */
export const SIGN_INS = {
  'sign in': {
    name: 'Signed in',
    sentence({ detail }) {
      const how = [
        ...(detail.text('by') === 'link' ? ['by a link'] : []),
        ...(detail.text('by') === 'single sign-on' ? ['by single sign-on'] : []),
        ...(detail.has('code') ? ['with a recovery code'] : []),
        ...(detail.has('password') ? ['and chose a new password'] : []),
      ];
      return say`Signed in${how.length > 0 ? ` ${how.join(' ')}` : ''}.`;
    },
  },
  'sign in failed': simple('Failed to sign in', 'user', (event) => [
    ...say`Failed to sign in as ${event.it}.`,
    ...why(event, 'wrong', WRONG),
  ]),
  'sign out': simple('Signed out', undefined, () => say`Signed out.`),
  'invitation.used': simple(
    'Chose a password by a link',
    'user',
    ({ it }) => say`Chose a password for ${it} by a link.`,
  ),
  'invitation.refused': simple('Opened a link that no longer works', 'user', (event) => [
    ...say`Opened a link for ${event.it} that no longer works.`,
    ...why(event, 'reason', LINK),
  ]),
  'account.confirm-failed': simple('Entered a wrong password or code', undefined, ({ detail }) =>
    detail.text('reason') === 'code'
      ? say`Entered a wrong code when asked for it again.`
      : say`Entered a wrong password when asked for it again.`,
  ),
  'account.password': simple('Changed their password', undefined, () => say`Changed their own password.`),
  'account.end-session': simple(
    'Ended a session of theirs',
    undefined,
    () => say`Ended one of their own sessions.`,
  ),
  'account.end-other-sessions': simple(
    'Ended their other sessions',
    undefined,
    () => say`Ended all of their other sessions.`,
  ),
  'account.recovery-codes': simple(
    'Got new recovery codes',
    undefined,
    () => say`Got new recovery codes. The previous ones no longer work.`,
  ),
  'account.second-factor-on': simple(
    'Turned their second factor on',
    undefined,
    () => say`Turned their second factor on.`,
  ),
  'account.second-factor-off': simple(
    'Turned their second factor off',
    undefined,
    () => say`Turned their second factor off.`,
  ),
} as const satisfies Record<string, Action>;
