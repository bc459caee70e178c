'use client';

import { lazy, type ReactNode, Suspense } from 'react';
import { calendarDate } from '../../../../components/dates.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import type { Person, PersonField } from '../../../../lib/people/person.ts';
import { ChangeNumber } from './change-number.tsx';
import { ManagedNote, Provenance } from './provenance.tsx';
import { Section } from './section.tsx';
import { useEdit } from './use-edit.ts';

const Form = lazy(() => import('./demographics-form.tsx'));

const FIELDS: [PersonField, string, (person: Person) => ReactNode][] = [
  ['lastName', 'Last Name', (p) => p.lastName],
  ['firstName', 'First Name', (p) => p.firstName],
  ['middleName', 'Middle Name', (p) => p.middleName],
  ['staffNumber', 'Local Staff Number', (p) => p.staffNumber],
  ['gender', 'Gender', (p) => p.genderDescription ?? p.gender],
  ['birthDate', 'Birth Date', (p) => p.birthDate && calendarDate(p.birthDate)],
  ['ssn', 'Social Security Number', (p) => p.ssnLast4 && `•••-••-${p.ssnLast4}`],
  ['workEmail', 'Work Email', (p) => p.workEmail],
  ['personalEmail', 'Personal Email', (p) => p.personalEmail],
  ['workPhone', 'Work Phone', (p) => p.workPhone],
  ['cellPhone', 'Cell', (p) => p.cellPhone],
  ['otherPhone', 'Other Phone', (p) => p.otherPhone],
];

/** Name, staff number and contact data; editable unless HR manages the person. */
export function Demographics({ person, lacking }: { person: Person; lacking: string | null }) {
  const edit = useEdit(person);
  return (
    <Section
      title="Demographics"
      edit={{ person, lacking, editing: edit.editing, onEdit: edit.open, button: edit.button }}
      note={person.hrManaged && !person.unlock && !lacking && <ChangeNumber person={person} />}
    >
      {edit.editing ? (
        <Suspense fallback={<Skeleton className="m-5 h-60" />}>
          <Form person={person} edit={edit} />
        </Suspense>
      ) : (
        <Provenance person={person} written={FIELDS.map(([field]) => person.written[field])}>
          <dl className="grid gap-x-6 gap-y-4 p-4 sm:grid-cols-2 sm:p-5 xl:grid-cols-3">
            {FIELDS.map(([field, label, value]) => (
              <div key={field} className="min-w-0">
                <dt className="text-muted text-xs">{label}</dt>
                <dd>
                  <span className="block break-words">
                    <bdi>{value(person) || <span className="text-subtle">–</span>}</bdi>
                  </span>
                  <ManagedNote person={person} written={person.written[field]} empty={!value(person)} />
                </dd>
              </div>
            ))}
          </dl>
        </Provenance>
      )}
    </Section>
  );
}
