import type { Inhabited, Part } from '../../../lib/addresses/schema.ts';

const LINE: readonly Part[] = ['number', 'prefix', 'street', 'tag', 'direction', 'apt'];
const LAST: readonly Part[] = ['city', 'state', 'zip'];

/** An address for reading, with the parts marked that differ from the other address. */
export const MarkedAddress = ({ address, differing }: { address: Inhabited; differing: readonly Part[] }) => {
  const shown = (parts: readonly Part[]) =>
    parts.flatMap((part) => {
      const text = textOf(address, part);
      return text ? [{ part, text }] : [];
    });
  const last = shown(LAST);
  return (
    <bdi>
      {address.postOfficeBox && 'PO Box '}
      <Parts shown={shown(LINE)} differing={differing} />
      {last.length > 0 && ', '}
      <Parts shown={last} differing={differing} />
    </bdi>
  );
};

const Parts = ({
  shown,
  differing,
}: {
  shown: readonly { part: Part; text: string }[];
  differing: readonly Part[];
}) =>
  shown.map(({ part, text }, index) => (
    <span key={part}>
      {index > 0 && ' '}
      {differing.includes(part) ? (
        <mark className="rounded bg-warn-soft px-1 text-warn-ink ring-1 ring-warn-line">{text}</mark>
      ) : (
        text
      )}
    </span>
  ));

/** A unit without a designator is an apartment. */
function textOf(address: Inhabited, part: Part): string | null {
  const text = address[part];
  if (part !== 'apt' || !text || address.postOfficeBox) return text;
  return /[a-z]/i.test(text) && text.includes(' ') ? text : `Apt ${text}`;
}
