import { count } from '../../lib/text/numbers.ts';

/** A progress bar. It is an SVG, whose width is an attribute: the content security policy forbids inline styles. */
export function Progress({ label, value, max }: { label: string; value: number; max: number }) {
  const share = max > 0 ? Math.min(100, (value / max) * 100) : 0;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={`${count(value)} of ${count(max)}`}
      className="h-2 overflow-hidden rounded-full bg-hover"
    >
      <svg aria-hidden="true" className="block h-full w-full" preserveAspectRatio="none" viewBox="0 0 100 1">
        <rect width={share} height="1" className="fill-accent" />
      </svg>
    </div>
  );
}
