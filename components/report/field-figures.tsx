import type { Summary } from '../../lib/report/schema.ts';
import { DEMOGRAPHIC_FIGURES, FIELD_FIGURES } from '../../lib/report/summary-lines.ts';
import { count } from '../../lib/text/numbers.ts';
import { classNames } from '../ui/class-names.ts';

const CAN_FILTER = new Set<string>(FIELD_FIGURES.map(([field]) => field));

/** How many people differ in each field, as numbers and bars; choosing a field filters the details by it (VAL-3). */
export function FieldFigures({
  figures: { demographics },
  erased,
  chosen,
  onChoose,
}: {
  figures: Summary;
  /** People with a value that HR sends empty. */
  erased: number;
  chosen: string;
  onChoose: (field: string) => void;
}) {
  const most = Math.max(...FIELD_FIGURES.map(([field]) => demographics[field]), 1);
  return (
    <section aria-labelledby="by-field" className="border-line border-t px-2 pt-2 pb-2.5 sm:px-3">
      <h3 id="by-field" className="px-2 pb-1 font-semibold text-muted text-xs">
        Differences by field
      </h3>
      <dl className="grid gap-x-3 sm:grid-cols-2 md:grid-cols-3 xl:grid-cols-4">
        {DEMOGRAPHIC_FIGURES.map(([field, label]) => {
          const n = demographics[field];
          const choose = CAN_FILTER.has(field) ? () => onChoose(chosen === field ? '' : field) : undefined;
          return (
            <div
              key={field}
              className={classNames(ROW, choose && 'hover:bg-hover', chosen === field && 'bg-accent-soft')}
            >
              <dt className="text-muted">
                {choose ? (
                  <button
                    type="button"
                    aria-pressed={chosen === field}
                    aria-label={`${label}: ${count(n)}`}
                    onClick={choose}
                    className="rounded text-left after:absolute after:inset-0"
                  >
                    {label}
                  </button>
                ) : (
                  label
                )}
              </dt>
              <dd className={FIGURE}>
                {choose && <Bar share={n / most} />}
                <span className={figure(n)}>{count(n)}</span>
              </dd>
            </div>
          );
        })}
        <div className={ROW}>
          <dt className="text-muted">Values erased</dt>
          <dd className={FIGURE}>
            <span className={classNames(figure(erased), erased > 0 && 'text-bad-ink!')}>{count(erased)}</span>
          </dd>
        </div>
      </dl>
    </section>
  );
}

const ROW =
  'relative grid min-h-6 grid-cols-[7rem_minmax(0,1fr)] items-center gap-2 rounded-md px-2 text-xs leading-4';
const FIGURE = 'flex items-center justify-end gap-2';

const figure = (n: number) =>
  classNames('min-w-7 text-right font-semibold tabular-nums', n === 0 ? 'text-subtle' : 'text-ink');

const Bar = ({ share }: { share: number }) => (
  <svg aria-hidden viewBox="0 0 100 1" preserveAspectRatio="none" className="h-2 w-full rounded-sm bg-sunken">
    <rect width={share * 100} height="1" className="fill-accent" />
  </svg>
);
