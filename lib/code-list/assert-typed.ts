import { Invalid } from '../failure.ts';
import type { ValueKind } from '../record/csv/meaning.ts';
import { CODE_LIST_TEXTS } from './texts.ts';

/** Only a school has a type. @throws Invalid */
export function assertTyped(kind: ValueKind, type: string | null): void {
  if (kind === 'schools' || type === null) return;
  const message = CODE_LIST_TEXTS.notASchool();
  throw new Invalid(message, [{ pointer: '/type', code: 'invalid', message }]);
}
