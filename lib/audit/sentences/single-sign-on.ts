import { type Action, also, type Event, listedTexts, say, simple } from '../sentence.ts';

const REFUSED: Record<string, string> = {
  notOn: 'Single sign-on is not switched on.',
  denied: 'The identity provider did not sign them in.',
  unreachable: 'The identity provider could not be reached.',
  refused: 'The answer of the identity provider was not accepted.',
  stale: 'They had not signed in again there.',
  noGroup: 'None of their groups gives access to Campus.',
  noUsername: 'The identity provider sent no username that Campus can use.',
  usernameTaken: 'Their username belongs to a user who is not linked.',
  disabled: 'The user is disabled.',
  emergency: 'Emergency admins sign in with their password.',
  linkedToOther: 'The account is linked with another user.',
  otherAccount: 'It was another account of the identity provider.',
  otherUser: 'Another user was signed in.',
};
const why = ({ detail }: Event) => {
  const problem = REFUSED[detail.text('problem') ?? ''];
  const reason = detail.text('reason');
  return [...(problem ? also(say`${problem}`) : []), ...(reason ? also(say`${reason}`) : [])];
};
const secret = ({ detail }: Event) => (detail.has('secret') ? also(say`The client secret was changed.`) : []);

/** Single sign-on by the district's identity provider. */
export const SINGLE_SIGN_ON = {
  'single-sign-on.create': simple('Set up single sign-on', undefined, (event) => [
    ...say`Set up single sign-on with ${event.it}.`,
  ]),
  'single-sign-on.edit': simple('Changed single sign-on', undefined, (event) => [
    ...say`Changed the settings of single sign-on with ${event.it}.`,
    ...secret(event),
  ]),
  'single-sign-on.on': simple(
    'Switched single sign-on on',
    undefined,
    () => say`Switched single sign-on on.`,
  ),
  'single-sign-on.off': simple(
    'Switched single sign-on off',
    undefined,
    () => say`Switched single sign-on off.`,
  ),
  'single-sign-on.passwords-off': simple(
    'Turned passwords off',
    undefined,
    () => say`Turned passwords off for everybody but emergency admins.`,
  ),
  'single-sign-on.passwords-on': simple(
    'Turned passwords on',
    undefined,
    () => say`Turned passwords on again.`,
  ),
  'single-sign-on.emergency': simple('Chose emergency admins', undefined, ({ detail }) => {
    const names = detail.texts('names');
    return names.length > 0
      ? say`Chose the emergency admins: ${listedTexts(names)}.`
      : say`Chose no emergency admin any more.`;
  }),
  'single-sign-on.linked': simple(
    'Linked a user with single sign-on',
    'user',
    ({ it }) => say`Linked ${it} with an account of the identity provider.`,
  ),
  'single-sign-on.unlinked': simple(
    'Unlinked a user from single sign-on',
    'user',
    ({ it }) => say`Unlinked ${it} from the account of the identity provider.`,
  ),
  'single-sign-on.rights': simple('Changed tool rights by groups', 'user', ({ it, detail }) => {
    const [given, taken] = [detail.texts('given'), detail.texts('taken')];
    return [
      ...say`Changed the tool rights of ${it} by their groups.`,
      ...(given.length > 0 ? also(say`Given: ${listedTexts(given)}.`) : []),
      ...(taken.length > 0 ? also(say`Taken: ${listedTexts(taken)}.`) : []),
    ];
  }),
  'single-sign-on.refused': simple('Refused a single sign-on', 'user', (event) => [
    ...say`Could not sign in by single sign-on.`,
    ...why(event),
  ]),
} as const satisfies Record<string, Action>;
