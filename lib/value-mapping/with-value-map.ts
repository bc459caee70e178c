import type { Context } from '../context.ts';
import { Invalid, type Warning } from '../failure.ts';
import { type MappedValue, mapSent, mapSentPosition, valuesSent } from '../record/map-values.ts';
import { noteUnknownValues } from './note-unknown-values.ts';
import { ownValueMap } from './own-value-map.ts';
import { VALUE_MAPPING_TEXTS } from './texts.ts';

/** Properties that take a code. */
const OF_CODES = /\/(gender|schoolNumber|assignmentCode|titleCode)$/;

/**
 * A single call's body with Campus' codes for HR's values. If the call is refused for a code, the values that Campus does
 * not know are remembered for *Value Mapping*.
 * @param body a staff member, or a position
 */
export async function withValueMap<T>(
  ctx: Context,
  body: 'staffMember' | 'position',
  sent: unknown,
  call: (json: unknown, warnings: Warning[]) => Promise<T>,
): Promise<T> {
  const map = await ownValueMap(ctx);
  const { json, mapped } = (body === 'position' ? mapSentPosition : mapSent)(sent, map);
  try {
    return await call(json, warningsOf(mapped));
  } catch (failure) {
    if (failure instanceof Invalid && failure.errors.some(({ pointer }) => OF_CODES.test(pointer)))
      await noteUnknownValues(
        ctx,
        valuesSent(sent)
          .filter(({ kind, value }) => !map?.[kind].has(value))
          .map((value) => ({ ...value, records: 1 })),
      );
    throw failure;
  }
}

/** One for each value, at its first place. */
function warningsOf(mapped: readonly MappedValue[]): Warning[] {
  const first = new Map<string, MappedValue>();
  for (const one of mapped) {
    const key = `${one.kind} ${one.value}`;
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()].map((one) => ({
    code: 'valuesMapped',
    message: VALUE_MAPPING_TEXTS.valueMapped(one),
    pointer: one.pointer,
  }));
}
