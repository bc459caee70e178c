import type { Store } from './sealed.ts';
import { ofSecrets } from './stores/client-secrets.ts';
import { ofFeeds } from './stores/feeds.ts';
import { ofProviders } from './stores/identity-providers.ts';
import { ofAnswers } from './stores/kept-answers.ts';
import { ofKnown } from './stores/known-records.ts';
import { ofMails } from './stores/mails.ts';
import { ofPeople } from './stores/people.ts';
import { ofFactors } from './stores/second-factors.ts';
import { ofStaging } from './stores/staged-people.ts';

/**
 * Every table whose sealed values a row holds by itself; the journal's are inside its changes. Known records before the staging,
 * which a transfer copies from them meanwhile.
 */
export const STORES: readonly Store[] = [
  ofKnown,
  ofStaging,
  ofPeople,
  ofSecrets,
  ofFactors,
  ofAnswers,
  ofMails,
  ofFeeds,
  ofProviders,
];
