'use client';

import { lazy, Suspense } from 'react';
import { calendarDate } from '../../../../components/dates.tsx';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import type { Person } from '../../../../lib/people/person.ts';
import { ManagedNote, Provenance } from './provenance.tsx';
import { Section } from './section.tsx';
import { PERSON_TEXTS } from './texts.ts';
import { useEdit } from './use-edit.ts';

const Form = lazy(() => import('./positions-form.tsx'));

/** District Assignments, the latest first, each with what it is linked to. */
export function Positions({ person, lacking }: { person: Person; lacking: string | null }) {
  const edit = useEdit(person);
  return (
    <Section
      title="District Assignments"
      edit={{ person, lacking, editing: edit.editing, onEdit: edit.open, button: edit.button }}
    >
      {edit.editing ? (
        <Suspense fallback={<Skeleton className="m-5 h-20" />}>
          <Form person={person} edit={edit} />
        </Suspense>
      ) : person.positions.length === 0 ? (
        <p className="px-4 py-4 text-muted sm:px-5">{PERSON_TEXTS.noAssignment()}</p>
      ) : (
        <Provenance person={person} written={person.positions.map(({ written }) => written)}>
          <ol className="divide-y divide-line">
            {person.positions.map((position) => (
              <Position key={position.id} person={person} position={position} />
            ))}
          </ol>
        </Provenance>
      )}
    </Section>
  );
}

const coded = (code: string, description: string | null) => (description ? `${description} (${code})` : code);

const Position = ({ person, position }: { person: Person; position: Person['positions'][number] }) => {
  const { titleCode, titleDescription, assignmentCode, assignmentDescription } = position;
  const codes = [
    titleCode && coded(titleCode, titleDescription),
    assignmentCode && coded(assignmentCode, assignmentDescription),
  ].filter(Boolean);
  return (
    <li className="px-4 py-2.5 sm:px-5">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <span className="min-w-0">
          <span className="block break-words font-medium">
            <bdi>{codes.join(' · ')}</bdi>
          </span>
          <span className="block break-words text-muted text-xs">
            <bdi>{coded(position.schoolNumber, position.schoolName)}</bdi>
          </span>
        </span>
        <span className="flex flex-wrap items-center gap-2 text-muted text-xs tabular-nums">
          {calendarDate(position.startDate)} –{' '}
          {position.endDate ? calendarDate(position.endDate) : <Badge tone="good">Open</Badge>}
        </span>
      </div>
      {position.links.length > 0 && (
        <p className="mt-0.5 break-words text-muted text-xs">
          Linked to <bdi>{position.links.join(', ')}</bdi>
        </p>
      )}
      <ManagedNote person={person} written={position.written} />
    </li>
  );
};
