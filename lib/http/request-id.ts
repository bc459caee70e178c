import { randomUUID } from 'node:crypto';
import { maskText } from '../../db/mask/mask-text.ts';

const SANE = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * The client's own id if it is safe to log as sent, else a new one: one that may hold an SSN or a secret is not kept.
 * API.md, *Conventions*.
 */
export const requestIdFor = (sent: string | string[] | null | undefined): string =>
  typeof sent === 'string' && SANE.test(sent) && maskText(sent) === sent ? sent : randomUUID();
