import type { Summary as Figures, Section } from '../../lib/report/schema.ts';
import { DEMOGRAPHIC_FIGURES } from '../../lib/report/summary-lines.ts';
import { count, counted } from '../../lib/text/numbers.ts';
import { Card } from '../ui/card.tsx';
import { classNames } from '../ui/class-names.ts';

const figure = (n: number, size: string) =>
  classNames('font-semibold tabular-nums', size, n === 0 ? 'text-subtle' : 'text-ink');

function Tile({
  label,
  n,
  note,
  section,
  onOpen,
  className,
}: {
  label: string;
  n: number;
  note?: string;
  section: Section;
  onOpen: (section: Section) => void;
  className?: string;
}) {
  return (
    <div
      className={classNames(
        'relative flex flex-col justify-between gap-1 bg-surface px-4 py-3 hover:bg-hover sm:px-5',
        className,
      )}
    >
      <dt className="text-muted text-xs">
        <a
          href={`?view=sections#${section}`}
          onClick={(event) => {
            event.preventDefault();
            onOpen(section);
          }}
          className="rounded after:absolute after:inset-0"
        >
          {label}
        </a>
      </dt>
      <dd className={classNames(figure(n, 'text-2xl leading-8'), 'flex flex-wrap items-baseline gap-x-2')}>
        {count(n)}
        {note && <span className="font-normal text-muted text-xs leading-4">{note}</span>}
      </dd>
    </div>
  );
}

/** Every figure of the report, zeros too; each links to its section. */
export function Summary({
  figures,
  erased,
  onOpen,
}: {
  figures: Figures;
  /** People with a value that HR sends empty. */
  erased: number;
  onOpen: (section: Section) => void;
}) {
  const { demographics, duplicateStaffNumbers } = figures;
  return (
    <Card aria-labelledby="summary" className="mb-8 overflow-hidden">
      <h2 id="summary" className="border-line border-b px-4 py-3 font-semibold text-sm sm:px-5">
        Staff Synchronization Summary
      </h2>
      <div className="grid lg:grid-cols-[5fr_6fr]">
        <dl className="grid content-start gap-x-6 pb-3 sm:grid-cols-2 lg:border-line lg:border-r">
          <Tile
            onOpen={onOpen}
            label="Demographic differences"
            n={demographics.people}
            note={demographics.people === 1 ? 'person' : 'people'}
            section="demographics"
            className="sm:col-span-2"
          />
          {DEMOGRAPHIC_FIGURES.map(([field, label]) => (
            <div key={field} className="flex items-baseline justify-between gap-3 px-4 py-0.5 sm:px-5">
              <dt className="text-muted text-xs">{label}</dt>
              <dd className={figure(demographics[field], 'text-sm')}>{count(demographics[field])}</dd>
            </div>
          ))}
          <div className="flex items-baseline justify-between gap-3 px-4 py-0.5 sm:px-5">
            <dt className="text-muted text-xs">Values erased</dt>
            <dd
              className={
                erased > 0 ? 'font-semibold text-bad-ink text-sm tabular-nums' : figure(0, 'text-sm')
              }
            >
              {count(erased)}
            </dd>
          </div>
        </dl>
        <dl className="grid grid-cols-2 gap-px bg-line max-lg:border-line max-lg:border-t sm:grid-cols-3">
          <Tile
            onOpen={onOpen}
            label="District Employment differences"
            n={figures.employments}
            section="employments"
          />
          <Tile
            onOpen={onOpen}
            label="District Assignment differences"
            n={figures.assignments}
            section="assignments"
          />
          <Tile onOpen={onOpen} label="Address differences" n={figures.addresses} section="addresses" />
          <Tile
            onOpen={onOpen}
            label="HR staff NOT in Campus"
            n={figures.hrNotInCampus}
            section="hrNotInCampus"
          />
          <Tile
            onOpen={onOpen}
            label="Campus staff NOT in HR"
            n={figures.campusNotInHr}
            section="campusNotInHr"
          />
          <Tile
            onOpen={onOpen}
            label="Campus staff with duplicate staff numbers"
            n={duplicateStaffNumbers.people}
            note={`people with ${counted(duplicateStaffNumbers.numbers, 'number', 'numbers')}`}
            section="duplicateStaffNumbers"
          />
        </dl>
      </div>
    </Card>
  );
}
