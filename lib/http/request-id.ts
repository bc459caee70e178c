import { randomUUID } from 'node:crypto';

const SANE = /^[A-Za-z0-9._-]{1,64}$/;

/** The client's own id if it is safe to log as sent, else a new one. API.md, *Conventions*. */
export const requestIdFor = (sent: string | string[] | null | undefined): string =>
  typeof sent === 'string' && SANE.test(sent) ? sent : randomUUID();
