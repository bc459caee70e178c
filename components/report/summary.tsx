import { ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Summary as Figures, Section } from '../../lib/report/schema.ts';
import { count, counted } from '../../lib/text/numbers.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { classNames } from '../ui/class-names.ts';
import { FieldFigures } from './field-figures.tsx';

function Tile({
  label,
  n,
  note,
  section,
  onOpen,
}: {
  label: string;
  n: number;
  note?: string;
  section: Section;
  onOpen: (section: Section) => void;
}) {
  return (
    <div className="relative flex flex-col justify-between bg-surface px-3 py-2 hover:bg-hover">
      <dt className="text-muted text-xs leading-4">
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
      <dd
        className={classNames(
          'flex flex-wrap items-baseline gap-x-1.5 font-semibold text-xl tabular-nums leading-7',
          n === 0 ? 'text-subtle' : 'text-ink',
        )}
      >
        {count(n)}
        {note && <span className="font-normal text-muted text-xs leading-4">{note}</span>}
      </dd>
    </div>
  );
}

/** Every figure of the report, zeros too; each leads to what it counts. On a telephone they are shown when asked for. */
export function Summary({
  figures,
  erased,
  generated,
  field,
  onOpen,
  onField,
}: {
  figures: Figures;
  /** People with a value that HR sends empty. */
  erased: number;
  /** When the report was made. */
  generated: ReactNode;
  /** The field that the details are filtered by, or ''. */
  field: string;
  onOpen: (section: Section) => void;
  onField: (field: string) => void;
}) {
  const [shown, setShown] = useState(false);
  const { demographics, duplicateStaffNumbers } = figures;
  return (
    <Card aria-labelledby="summary" className="mb-4 overflow-hidden">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 py-2 max-sm:items-center sm:px-5">
        <h2 id="summary" className="font-semibold text-sm">
          Staff Synchronization Summary
        </h2>
        <p className="text-muted text-xs">Generated on {generated}</p>
        <Button
          size="small"
          aria-expanded={shown}
          aria-controls="figures"
          onClick={() => setShown(!shown)}
          className="sm:hidden print:hidden"
        >
          {shown ? 'Hide figures' : 'Show figures'}
          <ChevronDown aria-hidden className={classNames('size-3.5', shown && 'rotate-180')} />
        </Button>
      </div>
      <div id="figures" className={shown ? undefined : 'max-sm:not-print:hidden'}>
        <dl className="grid grid-cols-2 gap-px border-line border-t bg-line sm:grid-cols-4 lg:grid-cols-[repeat(6,minmax(0,1fr))_minmax(0,1.65fr)]">
          <Tile
            onOpen={onOpen}
            label="Demographic differences"
            n={demographics.people}
            note={demographics.people === 1 ? 'person' : 'people'}
            section="demographics"
          />
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
        <FieldFigures figures={figures} erased={erased} chosen={field} onChoose={onField} />
      </div>
    </Card>
  );
}
