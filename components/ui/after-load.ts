/**
 * Resolves once the page has loaded; immediately on the server. Code for content below the fold or behind a click waits for it, so that it doesn't delay what is needed first.
 */
export const afterLoad: Promise<void> =
  typeof document === 'undefined' || document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((resolve) => addEventListener('load', () => resolve(), { once: true }));
