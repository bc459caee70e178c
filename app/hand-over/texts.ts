/** The sentences of the page that shows a vendor the credentials once. */
export const HAND_OVER_TEXTS = {
  lead: (): string => 'For the vendor of the HR system.',
  once: (): string =>
    'The credentials are shown once. Have a safe place for them ready, such as your secret store, before you show them.',
  storeNow: (): string =>
    'Store them now: this page can’t show them again. The secret lets anyone read and change the district’s staff.',
  unreachable: (): string => 'Campus can’t be reached. Check your connection, then try again.',
};
