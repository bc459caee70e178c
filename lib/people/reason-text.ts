import { maskText } from '../../db/mask/mask-text.ts';

/** A reason as it is kept in journal and audit log, where no SSN may appear. */
export const reasonText = (typed: string): string => maskText(typed.trim());
