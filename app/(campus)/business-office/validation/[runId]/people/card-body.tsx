import type { ReactNode } from 'react';
import { CardLines, OldNew } from '../../../../../../components/report/old-new.tsx';
import { RuleLink } from '../../../../../../components/rule-link.tsx';
import { Badge } from '../../../../../../components/ui/badge.tsx';
import { inLabels } from '../../../../../../lib/record/in-labels.ts';
import type { AddressItem, PersonCard } from '../../../../../../lib/report/people/schema.ts';
import { Employments, Positions } from './card-timeline.tsx';

/** Everything that the commit does to a person, each part only where there is something. */
export function CardBody({ card }: { card: PersonCard }) {
  const isNew = card.changes.includes('new');
  const refused = card.changes.includes('refused');
  return (
    <div className="grid gap-x-8 gap-y-4 px-4 py-3 sm:px-5 lg:grid-cols-2">
      {refused && (
        <p className="text-pretty text-bad-ink lg:col-span-2">
          {card.why.map(({ reason }) => inLabels(reason)).join(' ')}
        </p>
      )}
      {card.lines.length > 0 && (
        <Part title="Demographics">
          <CardLines lines={card.lines} isNew={isNew} />
        </Part>
      )}
      {card.positions.length > 0 && (
        <Part title="Positions">
          <Positions items={card.positions} />
        </Part>
      )}
      {card.employments.length > 0 && (
        <Part title="Employments">
          <Employments items={card.employments} />
        </Part>
      )}
      {card.household.length + card.addresses.length > 0 && (
        <Part title="Household and address">
          {card.household.length > 0 && <CardLines lines={card.household} />}
          {card.addresses.map((item, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: addresses have no id and keep their place.
            <Address key={i} item={item} isNew={isNew} />
          ))}
        </Part>
      )}
      {!refused && (
        <details className="text-muted text-xs lg:col-span-2">
          <summary className="w-fit cursor-pointer rounded font-medium text-accent-ink">Why?</summary>
          <ul className="mt-1.5 flex flex-col gap-1.5 text-pretty leading-5">
            {card.why.map(({ about, reason, rule }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <li key={i}>
                <span className="font-medium">{about}:</span> {inLabels(reason)} <RuleLink rule={rule} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <div className="min-w-0">
    <h4 className="mb-1.5 font-semibold text-muted text-xs">{title}</h4>
    <div className="flex flex-col gap-2">{children}</div>
  </div>
);

function Address({
  item: { kind, isNew: toCampus, before, after, lines },
  isNew,
}: {
  item: AddressItem;
  isNew: boolean;
}) {
  if (kind === 'ignored')
    return (
      <p className="text-muted">
        <Badge className="mr-1.5">Ignored</Badge>
        <bdi>{after}</bdi>
      </p>
    );
  if (kind === 'changed')
    return (
      <div className="flex flex-col gap-1">
        <bdi>{after}</bdi>
        <CardLines lines={lines} />
      </div>
    );
  return (
    <p>
      {isNew ? <bdi>{after}</bdi> : <OldNew before={before} after={after} erased={false} />}{' '}
      {toCampus && <Badge tone="good">New in Campus</Badge>}
    </p>
  );
}
