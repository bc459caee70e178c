import { type Code, codeLabel } from './code-label.ts';

/** The codes of Campus as the options of a select. */
export const CodeOptions = ({ choices }: { choices: readonly Code[] }) =>
  choices.map((choice) => (
    <option key={choice.code} value={choice.code}>
      {codeLabel(choice)}
    </option>
  ));
