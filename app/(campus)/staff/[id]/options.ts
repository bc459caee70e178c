import type { Option } from '../../../../components/ui/select-field.tsx';
import type { Choice } from '../../../../lib/reference/choices.ts';

/** Active values, and the one that stands whatever became of it. */
export function optionsOf(choices: readonly Choice[] | undefined, stands: string | null): Option[] {
  const offered = (choices ?? [])
    .filter(({ code, active }) => active || code === stands)
    .map(({ code, description, active }) => ({
      value: code,
      label: `${code} ${description}${active ? '' : ' (inactive)'}`,
    }));
  return stands === null || offered.some(({ value }) => value === stands)
    ? offered
    : [{ value: stands, label: stands }, ...offered];
}
