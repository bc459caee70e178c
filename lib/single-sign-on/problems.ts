/** Why a way to the identity provider and back led to nothing, with what to do about it. */
export const PROBLEMS = {
  notOn: 'This district does not use single sign-on, or its name is wrong. Sign in with your password.',
  tooMany: 'Many people at this address are signing in right now. Wait ten minutes, then try again.',
  expired:
    'This sign-in took too long, was used already, or began in another browser. Start again from the sign-in page.',
  unsolicited:
    'Campus takes only sign-ins that begin here, not on the page of your identity provider. Start from the sign-in page.',
  otherUser:
    'You are no longer signed in to Campus as the user who began this. Sign in, then start again from that page.',
  unreachable:
    'Campus can’t reach your district’s identity provider. Try again in a few minutes. If it goes on, tell your district’s IT.',
  denied: 'Your identity provider did not sign you in. Start again, or ask your district’s IT.',
  refused:
    'Campus does not accept the answer of your identity provider. Start again. If it goes on, tell an admin with the tool right “User Security”: the audit log says why.',
  stale:
    'Your identity provider did not ask you to sign in again. Start again, and enter your password there.',
  noGroup:
    'Your identity provider knows you, but none of your groups gives access to Campus. Ask an admin with the tool right “User Security”.',
  noUsername:
    'Your identity provider did not send a username that Campus can use. Ask an admin with the tool right “User Security”.',
  usernameTaken:
    'Another Campus user has your username and is not linked with your single sign-on. If it is your user, sign in with the password and link it under Your account.',
  disabled: 'Your Campus user is disabled. Ask an admin with the tool right “User Security”.',
  emergency: 'This user is an emergency admin, who signs in with the password and a code only.',
  linkedToOther:
    'This account of your identity provider is linked with another Campus user. Ask an admin with the tool right “User Security”.',
  otherAccount:
    'This is another account of your identity provider than the one you signed in with. Start again with your own.',
} as const;

export type Problem = keyof typeof PROBLEMS;

export const isProblem = (text: string): text is Problem => Object.hasOwn(PROBLEMS, text);

/** Ends a visit; the person sees the page of its problem. */
export class VisitProblem extends Error {
  override name = 'VisitProblem';
  readonly problem: Problem;
  /** For admins: what exactly was wrong, in words. Holds no secret. */
  readonly reason: string | undefined;
  constructor(problem: Problem, reason?: string) {
    super(problem);
    this.problem = problem;
    this.reason = reason;
  }
}
