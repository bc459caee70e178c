import { RECORD_ERRORS, RECORD_WARNINGS } from '../record/codes.ts';
import { CALL_ERRORS, CSV_ERRORS, SYNC_WARNINGS } from './call-codes.ts';

/** docs/vendors/errors.md, from the closed lists that reading and planning use. */
export const errorsPage = (): string => `# What can be wrong, by code

Made from the code (\`node bin/errors-page.ts\`). Rules in brackets are those of Business Office Integration.

## Errors of a record

Nothing of the record is written. All errors of a record come at once, each with a JSON pointer.

${table(RECORD_ERRORS)}

## Warnings about a record

The record was accepted, but not wholly carried out, or it looks odd.

${table(RECORD_WARNINGS)}

## Errors of a call

${table(CALL_ERRORS)}

## Errors of a CSV feed

${table(CSV_ERRORS)}

## Warnings of a synchronisation

${table(SYNC_WARNINGS)}
`;

const table = (codes: Record<string, string>): string =>
  [
    '| code | meaning |',
    '|---|---|',
    ...Object.entries(codes).map(([code, text]) => `| \`${code}\` | ${text} |`),
  ].join('\n');
