import type { Action } from './sentence.ts';
import { CLIENTS } from './sentences/clients.ts';
import { FEEDS } from './sentences/feeds.ts';
import { PEOPLE } from './sentences/people.ts';
import { SETTINGS } from './sentences/settings.ts';
import { SIGN_INS } from './sentences/sign-ins.ts';
import { SINGLE_SIGN_ON } from './sentences/single-sign-on.ts';
import { SYNC_SETTINGS } from './sentences/sync-settings.ts';
import { SYNCHRONIZATIONS } from './sentences/synchronizations.ts';
import { USERS } from './sentences/users.ts';

/** Every action that Campus records, with its sentence. An event of any other action does not compile. */
export const ACTIONS = {
  ...SIGN_INS,
  ...USERS,
  ...SINGLE_SIGN_ON,
  ...CLIENTS,
  ...PEOPLE,
  ...SETTINGS,
  ...SYNCHRONIZATIONS,
  ...SYNC_SETTINGS,
  ...FEEDS,
} as const satisfies Record<string, Action>;

export type AuditAction = keyof typeof ACTIONS;

/** Undefined for an action of an earlier release. */
export const actionOf = (action: string): Action | undefined =>
  Object.hasOwn(ACTIONS, action) ? ACTIONS[action as AuditAction] : undefined;
