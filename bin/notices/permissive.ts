const PERMISSIVE = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'CC0-1.0',
    'ISC',
    'MIT',
    'MIT-0',
  ],
  ...['PostgreSQL', 'Python-2.0', 'Unlicense', 'Zlib'],
]);

/** Whether a license, as an SPDX expression, lets everybody use and pass on the package for naming its authors. */
export function isPermissive(expression: string): boolean {
  const inner = expression.replace(/[()]/g, ' ').trim();
  return inner
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((license) => PERMISSIVE.has(license.trim())));
}

/** By the start of a package's name: a license that is not on the list, and why it may be used. */
export const EXCEPTIONS: Record<string, string> = {
  '@img/sharp-libvips-':
    'LGPL-3.0-or-later: a library of its own that Next loads to make pictures smaller, which Campus turns off',
  '@img/sharp-': 'holds libvips, LGPL-3.0-or-later: as above',
  'caniuse-lite': 'CC-BY-4.0: a table of browsers, which Next reads while it builds',
  'dejavu-fonts-ttf': 'Bitstream Vera and Arev: a font may be passed on inside of a program',
  'png-js': 'MIT, in its LICENSE file',
};
