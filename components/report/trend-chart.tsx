import { classNames } from '../ui/class-names.ts';

const HEIGHT = 32;
const STEP = 10;

/**
 * One figure of several runs as bars, the latest on the right, with its latest value. The page has the values as a table,
 * too, so the bars are hidden from screen readers.
 */
export function TrendChart({
  name,
  values,
  shown,
  bad,
}: {
  name: string;
  values: readonly number[];
  shown: (n: number) => string;
  bad?: boolean | undefined;
}) {
  const most = Math.max(...values);
  const latest = values.at(-1) ?? 0;
  return (
    <>
      <p className="text-muted text-xs">{name}</p>
      <p
        className={classNames(
          'whitespace-nowrap font-semibold text-base tabular-nums leading-7',
          bad && latest > 0 && 'text-bad-ink',
        )}
      >
        {shown(latest)}
      </p>
      <svg
        aria-hidden
        viewBox={`0 0 ${values.length * STEP} ${HEIGHT}`}
        preserveAspectRatio="none"
        className="mt-1 h-8 w-full border-line border-b"
      >
        {values.map((value, i) => {
          const height = most === 0 ? 0 : (value / most) * HEIGHT;
          return (
            <rect
              // biome-ignore lint/suspicious/noArrayIndexKey: a bar is its place.
              key={i}
              x={i * STEP + 1}
              y={HEIGHT - height}
              width={STEP - 2}
              height={height}
              className={bad ? 'fill-bad' : 'fill-accent'}
            >
              <title>{shown(value)}</title>
            </rect>
          );
        })}
      </svg>
    </>
  );
}
