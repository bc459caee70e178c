/**
 * Resolves once the page has loaded; immediately on the server. Code for content below the fold or needed after a click waits for it and does not delay the first view.
 */
export const afterLoad: Promise<void> =
  typeof document === 'undefined' || document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((resolve) => addEventListener('load', () => resolve(), { once: true }));
