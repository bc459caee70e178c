import { test } from 'vitest';
import { expectPlainSentences } from '../../lib/text/testing/plain-sentences.ts';
import { OPERATOR_PAGE_TEXTS as TEXTS } from './texts.ts';

const texts: { [key in keyof typeof TEXTS]: string } = {
  how: TEXTS.how(),
  open: TEXTS.open(),
  lead: TEXTS.lead(),
  signedIn: TEXTS.signedIn('pat'),
  unreachable: TEXTS.unreachable(),
  none: TEXTS.none(),
  noMatches: TEXTS.noMatches(),
  installation: TEXTS.installation(),
  done: TEXTS.done(),
  name: TEXTS.name(),
  appName: TEXTS.appName(),
  timeZone: TEXTS.timeZone(),
  adminUsername: TEXTS.adminUsername(),
  adminName: TEXTS.adminName(),
  made: TEXTS.made('Elm ISD'),
  passOn: TEXTS.passOn(),
  once: TEXTS.once(),
  reset: TEXTS.reset(),
  wasReset: TEXTS.wasReset('Pat'),
  passResetOn: TEXTS.passResetOn(),
  close: TEXTS.close(),
  exportHelp: TEXTS.exportHelp(),
  closeHelp: TEXTS.closeHelp(),
};

test.each(Object.values(texts))('%s', (text) => expectPlainSentences(text));
