import { Fragment } from 'react';

/** An e-mail address. Where it is too long for its place it breaks after a sign, not within a word. */
export const Email = ({ address }: { address: string }) => (
  <bdi className="wrap-break-word">
    {address.split(/(?<=[@._+-])/).map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no other identity.
      <Fragment key={index}>
        {part}
        <wbr />
      </Fragment>
    ))}
  </bdi>
);
