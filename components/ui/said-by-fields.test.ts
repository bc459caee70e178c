import { expect, test } from 'vitest';
import { saidByFields } from './said-by-fields.ts';

const FIELDS = ['name', 'appName'];
const error = (field: string, message: string, hint?: string) => ({ pointer: `/${field}`, message, hint });

test.each([
  ['one error of a field', 'No name.', [error('name', 'No name.')], true],
  ['one error with a hint', 'No name. Enter one.', [error('name', 'No name.', 'Enter one.')], true],
  ['two of them', 'No name. No appName.', [error('name', 'No name.'), error('appName', 'No appName.')], true],
  ['a sentence about all', '2 values are not valid.', [error('name', 'A'), error('appName', 'B')], false],
  ['an error that no field shows', 'No rights.', [error('rights', 'No rights.')], false],
  ['no error of a field', 'Somebody changed it.', [], false],
])('%s: the fields say it all, or not', (_, message, errors, said) => {
  expect(saidByFields({ message, errors }, FIELDS)).toBe(said);
});
