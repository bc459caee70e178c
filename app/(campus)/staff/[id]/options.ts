import type { Option } from '../../../../components/ui/select-field.tsx';
import type { Choice } from '../../../../lib/reference/choices.ts';

/** Active values, and the stored one even if it is inactive. */
export function optionsOf(choices: readonly Choice[] | undefined, stored: string | null): Option[] {
  const offered = (choices ?? [])
    .filter(({ code, active }) => active || code === stored)
    .map(({ code, description, active }) => ({
      value: code,
      label: `${code} ${description}${active ? '' : ' (inactive)'}`,
    }));
  return stored === null || offered.some(({ value }) => value === stored)
    ? offered
    : [{ value: stored, label: stored }, ...offered];
}
