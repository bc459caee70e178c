'use client';

import type { ChosenColumn } from './columns-of.ts';
import { unclearOf } from './preview-of.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** Whole names that could be divided otherwise, as Campus divides them: only somebody who knows the people can tell. */
export function UnclearNames({ columns }: { columns: readonly ChosenColumn[] }) {
  const names = unclearOf(columns);
  if (names.length === 0) return null;
  return (
    <section aria-labelledby="unclear-names" className="border-line border-t px-4 py-4 sm:px-5">
      <h3 id="unclear-names" className="font-semibold">
        Names to check
      </h3>
      <p className="mt-1 text-muted">{UPLOAD_TEXTS.unclearNames()}</p>
      <table
        aria-labelledby="unclear-names"
        className="mt-2 w-full table-fixed text-[0.8125rem] [&_td]:py-1 [&_td]:pr-3 [&_td]:align-top [&_th]:py-1 [&_th]:pr-3 [&_th]:text-left [&_th]:align-top [&_th]:font-normal [&_th]:text-muted"
      >
        <thead>
          <tr>
            <th scope="col">In the file</th>
            <th scope="col">Last name</th>
            <th scope="col">First name</th>
            <th scope="col">Middle name</th>
          </tr>
        </thead>
        <tbody>
          {names.map(({ name, lastName, firstName, middleName }) => (
            <tr key={name}>
              {[name, lastName, firstName, middleName].map((part, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name have their places.
                <td key={at} className="wrap-anywhere">
                  <bdi>{part || '–'}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
