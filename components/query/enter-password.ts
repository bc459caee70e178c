import type { AdminProblem } from './admin-problem.ts';

type Needed = NonNullable<AdminProblem['needed']>;

/** What the user is being asked for, and where the answer goes. */
export interface Asked {
  needed: Needed;
  /** Called with whether the right password was entered. */
  answer: (entered: boolean) => void;
}

let asked: (Asked & { entered: Promise<boolean> }) | undefined;
const listeners = new Set<() => void>();

/** Opens the dialog that asks for the password. Calls that need it at the same time wait for the same dialog. */
export function enterPassword(needed: Needed): Promise<boolean> {
  if (asked) return asked.entered;
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const answer = (entered: boolean) => {
    tell(undefined);
    resolve(entered);
  };
  tell({ needed, answer, entered: promise });
  return promise;
}

function tell(next: typeof asked): void {
  asked = next;
  for (const listener of listeners) listener();
}

/** For `useSyncExternalStore`: what is being asked for now. */
export const passwordAsked = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  now: (): Asked | undefined => asked,
  onServer: (): undefined => undefined,
};
