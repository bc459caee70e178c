/** What users and vendors read of a file that is held. */
export const HELD_FILE_TEXTS = {
  tooLarge: (most: number) =>
    `The file has more than ${most / 1024 ** 2} MB. Leave out columns that Campus doesn’t need, or divide the file.`,
  districtFull: () =>
    'The district holds too many uploaded files at the moment. Transfer or cancel one of them, or try again tomorrow.',
  gone: () =>
    'Campus no longer has this file. It was used or replaced in another tab, or a day has passed. If you still need it, choose it again.',
} as const;
