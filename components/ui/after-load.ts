/**
 * Resolved once the page has loaded, and at once on the server. What is below the fold, or seen only after a press,
 * brings its code then: the server has drawn it already, and it does not hold up what is needed first.
 */
export const afterLoad: Promise<void> =
  typeof document === 'undefined' || document.readyState === 'complete'
    ? Promise.resolve()
    : new Promise((resolve) => addEventListener('load', () => resolve(), { once: true }));
