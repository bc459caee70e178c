import type { Summary } from '../../lib/report/schema.ts';
import { FIELD_FIGURES } from '../../lib/report/summary-lines.ts';
import { count } from '../../lib/text/numbers.ts';
import { Card } from '../ui/card.tsx';
import { classNames } from '../ui/class-names.ts';

/** How many people differ in each field, as bars; choosing one filters the details by it (VAL-3). */
export function FieldChart({
  figures: { demographics },
  chosen,
  onChoose,
}: {
  figures: Summary;
  chosen: string;
  onChoose: (field: string) => void;
}) {
  const most = Math.max(...FIELD_FIGURES.map(([field]) => demographics[field]));
  if (most === 0) return null;
  return (
    <Card aria-labelledby="by-field" className="mb-8">
      <h2 id="by-field" className="border-line border-b px-4 py-3 font-semibold text-sm sm:px-5">
        Differences by field
      </h2>
      <ul className="grid gap-x-8 px-2 py-2 sm:px-3 md:grid-flow-col md:grid-cols-2 md:grid-rows-5">
        {FIELD_FIGURES.map(([field, label]) => {
          const n = demographics[field];
          return (
            <li key={field}>
              <button
                type="button"
                aria-pressed={chosen === field}
                onClick={() => onChoose(chosen === field ? '' : field)}
                className={classNames(
                  'grid w-full grid-cols-[7.5rem_1fr_3.5rem] items-center gap-3 rounded-md px-2 py-1 text-left text-xs hover:bg-hover',
                  chosen === field && 'bg-accent-soft',
                )}
              >
                <span className="text-muted">
                  {label}
                  <span className="sr-only">:</span>
                </span>
                <svg
                  aria-hidden
                  viewBox="0 0 100 1"
                  preserveAspectRatio="none"
                  className="h-2.5 w-full rounded-sm bg-sunken"
                >
                  <rect width={(n / most) * 100} height="1" className="fill-accent" />
                </svg>
                <span className="text-right font-medium tabular-nums">{count(n)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
