/** The sentences of pages that can't be shown. */
export const PAGE_ERROR_TEXTS = {
  notLoaded: (): string =>
    'This page could not be loaded. Nothing was changed. If the problem persists, give your Campus administrator the request ID.',
  unavailable: (): string =>
    'Campus is temporarily unavailable. Nothing was lost. Wait a moment, then try again.',
  notIncluded: (): string => 'Your tool rights don’t include it.',
};
