import type { z } from 'zod';
import type { ErrorCode } from '../codes/code.ts';

/** Why a value is refused. `message` continues the property's name: "is longer than 50 characters". */
export interface Refusal {
  code: ErrorCode;
  message: string;
  hint?: string;
}

/** A check for `z.string().check(…)` whose refusal `fieldErrors` reads. @param judge null for a valid text */
export function refuseWhen(judge: (text: string) => Refusal | null): z.core.CheckFn<string> {
  return (ctx) => {
    const refusal = judge(ctx.value);
    if (refusal === null) return;
    const { code, message, hint } = refusal;
    ctx.issues.push({ code: 'custom', input: ctx.value, message, params: { code, hint }, continue: true });
  };
}
