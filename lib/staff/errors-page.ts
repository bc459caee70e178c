import { RECORD_ERRORS, RECORD_WARNINGS } from './codes.ts';

/** docs/vendors/errors.md, from the closed lists that reading and planning use. */
export const errorsPage = (): string => `# What can be wrong with a record

Made from the code (\`node bin/errors-page.ts\`). Rules in brackets are those of Business Office Integration.

## Errors

Nothing of the record is written. All errors of a record come at once, each with a JSON pointer.

${table(RECORD_ERRORS)}

## Warnings

The record was accepted, but not wholly carried out, or it looks odd.

${table(RECORD_WARNINGS)}
`;

const table = (codes: Record<string, string>): string =>
  [
    '| code | meaning |',
    '|---|---|',
    ...Object.entries(codes).map(([code, text]) => `| \`${code}\` | ${text} |`),
  ].join('\n');
