import type { Choice } from '../../lib/reference/choices.ts';

/** The codes of Campus as the options of a select. */
export const CodeOptions = ({ choices }: { choices: readonly Choice[] }) =>
  choices.map(({ code, description, active }) => (
    <option key={code} value={code}>
      {description && description !== code ? `${code} – ${description}` : code}
      {!active && ' (inactive)'}
    </option>
  ));
