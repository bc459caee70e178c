import type { HandedOverAnswer } from './schema.ts';

type Given = Omit<HandedOverAnswer, 'name' | 'clientSecret'> & {
  /** Undefined while it is masked. */
  clientSecret: string | undefined;
};

/** All that a vendor needs to call the API, as one text to paste. Runs in the browser, too. */
export const credentialsBlock = (given: Given): string =>
  [
    `Business Office Integration of ${given.district}`,
    `Client ID: ${given.clientId}`,
    `Client Secret: ${given.clientSecret ?? 'sent separately'}`,
    `Token URL: ${given.tokenUrl}`,
    `Base URL: ${given.baseUrl}`,
    `API documentation: ${given.docsUrl}`,
    '',
  ].join('\n');
