'use client';

import { lazy, Suspense } from 'react';
import { calendarDate } from '../../../../components/dates.tsx';
import { Badge } from '../../../../components/ui/badge.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import type { Person } from '../../../../lib/people/person.ts';
import { ManagedNote, Provenance } from './provenance.tsx';
import { RemoveEmployment } from './remove-employment.tsx';
import { Section } from './section.tsx';
import { PERSON_TEXTS } from './texts.ts';
import { useEdit } from './use-edit.ts';

const Form = lazy(() => import('./employments-form.tsx'));

/** District Employments, the latest first. */
export function Employments({
  person,
  lacking,
  corrects,
}: {
  person: Person;
  lacking: string | null;
  /** The user may remove an employment that HR got wrong (RO-3). */
  corrects: boolean;
}) {
  const edit = useEdit(person);
  return (
    <Section
      title="District Employment"
      edit={{ person, lacking, editing: edit.editing, onEdit: edit.open, button: edit.button }}
    >
      {edit.editing ? (
        <Suspense fallback={<Skeleton className="m-5 h-20" />}>
          <Form person={person} edit={edit} />
        </Suspense>
      ) : person.employments.length === 0 ? (
        <p className="px-4 py-4 text-muted sm:px-5">{PERSON_TEXTS.noEmployment()}</p>
      ) : (
        <Provenance person={person} written={person.employments.map(({ written }) => written)}>
          <ol className="divide-y divide-line">
            {person.employments.map((employment) => (
              <li key={employment.id} className="px-4 py-2.5 sm:px-5">
                <span className="flex min-h-8 flex-wrap items-center gap-2 tabular-nums">
                  Hired {calendarDate(employment.hireDate)}
                  {employment.terminationDate === null ? (
                    <Badge tone="good">Open</Badge>
                  ) : (
                    <span className="text-muted">
                      – terminated {calendarDate(employment.terminationDate)}
                    </span>
                  )}
                  {person.hrManaged && corrects && (
                    <span className="ml-auto">
                      <RemoveEmployment person={person} employment={employment} />
                    </span>
                  )}
                </span>
                <ManagedNote person={person} written={employment.written} />
              </li>
            ))}
          </ol>
        </Provenance>
      )}
    </Section>
  );
}
