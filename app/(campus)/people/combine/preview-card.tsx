'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { TableFrame } from '../../../../components/data-table/table-frame.tsx';
import { calendarDate } from '../../../../components/dates.tsx';
import { fullName } from '../../../../components/full-name.ts';
import { adminCall } from '../../../../components/query/admin-call.ts';
import { QueryError } from '../../../../components/query/query-error.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { ConfirmDialog } from '../../../../components/ui/confirm-dialog.tsx';
import { Skeleton } from '../../../../components/ui/skeleton.tsx';
import type { Move, Preview } from '../../../../lib/people/combine/schema.ts';
import type { PersonField } from '../../../../lib/people/person.ts';
import type { PersonRow } from '../../../../lib/people/schema.ts';
import { previewQuery } from './queries.ts';
import { COMBINE_TEXTS } from './texts.ts';

const LABELS: Record<PersonField, string> = {
  lastName: 'Last Name',
  firstName: 'First Name',
  middleName: 'Middle Name',
  staffNumber: 'Staff Number',
  gender: 'Gender',
  birthDate: 'Birth Date',
  ssn: 'Social Security Number',
  workEmail: 'Work Email',
  personalEmail: 'Personal Email',
  workPhone: 'Work Phone',
  cellPhone: 'Cell',
  otherPhone: 'Other Phone',
};

const MOVES: Record<Move, string> = {
  identities: 'Identities (as former names)',
  employments: 'District Employments',
  assignments: 'District Assignments',
  sections: 'Sections they teach',
  memberships: 'Household memberships',
  enrollments: 'Enrollments',
  guardianships: 'Guardianships',
};

/** The combination field by field, with the button that does it. */
export default function PreviewCard({
  baseId,
  otherId,
  onDone,
}: {
  baseId: string;
  otherId: string;
  onDone: (base: PersonRow) => void;
}) {
  const client = useQueryClient();
  const preview = useQuery(previewQuery(baseId, otherId));
  const [asked, setAsked] = useState(false);
  const combine = useMutation({
    mutationFn: ({ baseRev, otherRev }: Preview) =>
      adminCall('POST /people/combine', { body: { baseId, otherId, baseRev, otherRev } }),
    onSuccess: (_, { base }) => {
      onDone(base);
      // Nobody can be asked for the other person any more.
      const predicate = ({ queryKey }: { queryKey: readonly unknown[] }) => !queryKey.includes(otherId);
      for (const queryKey of [['people'], ['staff'], ['home']])
        client.invalidateQueries({ queryKey, predicate });
    },
    // A refused preview was made from an older state.
    onError: () => client.invalidateQueries({ queryKey: previewQuery(baseId, otherId).queryKey }),
  });
  const data = preview.data;
  return (
    <Card aria-labelledby="preview" aria-busy={!data && !preview.isError}>
      <CardHeader>
        <CardTitle id="preview">Preview</CardTitle>
        {data && (
          <Button
            kind="primary"
            busy={combine.isPending}
            disabled={data.refused !== null}
            aria-describedby={data.refused ? 'refused' : undefined}
            onClick={() => setAsked(true)}
          >
            Combine
          </Button>
        )}
      </CardHeader>
      {preview.isError && !data && <QueryError query={preview} />}
      {!data && !preview.isError && <Skeleton className="m-5 h-60" />}
      {data && (
        <>
          <div className="flex flex-col gap-3 p-4 empty:hidden sm:p-5">
            {combine.error && (
              <Callout tone="bad" role="alert">
                {combine.error.message}
              </Callout>
            )}
            {data.refused && (
              <Callout tone="bad">
                <span id="refused">{data.refused}</span>
              </Callout>
            )}
            {data.cautions.map((caution) => (
              <Callout key={caution} tone="warn">
                {caution}
              </Callout>
            ))}
          </div>
          {!data.refused && <Tables preview={data} />}
          <ConfirmDialog
            open={asked}
            title="Combine Person"
            action="Combine"
            danger
            onClose={() => setAsked(false)}
            onConfirm={() => combine.mutate(data)}
          >
            <p>
              All records of <strong className="text-ink">{fullName(data.other)}</strong> move to{' '}
              <strong className="text-ink">{fullName(data.base)}</strong>, and the other person is removed.
            </p>
            <p>{COMBINE_TEXTS.undoable()}</p>
          </ConfirmDialog>
        </>
      )}
    </Card>
  );
}

const Tables = ({ preview: { fields, moves } }: { preview: Preview }) => (
  <>
    <TableFrame label="Field by field">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Base</th>
          <th scope="col">Other</th>
          <th scope="col">Result</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, base: own, other: theirs, result }) => (
          <tr key={field}>
            <th scope="row" className="border-line border-t">
              {LABELS[field]}
            </th>
            <td>
              <Value field={field} value={own} />
            </td>
            <td>
              <Value field={field} value={theirs} lost={theirs !== null && theirs !== result} />
            </td>
            <td className="font-medium">
              <Value field={field} value={result} />
            </td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
    <TableFrame label="What moves">
      <thead>
        <tr>
          <th scope="col">What moves</th>
          <th scope="col" className="text-right!">
            Base has
          </th>
          <th scope="col" className="text-right!">
            Move to the base
          </th>
          <th scope="col" className="text-right!">
            Removed, because the base has the same
          </th>
        </tr>
      </thead>
      <tbody>
        {moves.map(({ what, base: own, moved, doubled }) => (
          <tr key={what}>
            <th scope="row" className="border-line border-t">
              {MOVES[what]}
            </th>
            <td className="text-right tabular-nums">{own}</td>
            <td className="text-right font-medium tabular-nums">{moved}</td>
            <td className="text-right tabular-nums">{doubled}</td>
          </tr>
        ))}
      </tbody>
    </TableFrame>
  </>
);

const Value = ({ field, value, lost }: { field: PersonField; value: string | null; lost?: boolean }) => {
  if (value === null) return <span className="text-subtle">–</span>;
  const text = field === 'ssn' ? `•••-••-${value}` : field === 'birthDate' ? calendarDate(value) : value;
  return lost ? (
    <del className="block max-w-64 break-words text-muted">
      <bdi>{text}</bdi>
      <span className="sr-only"> (not kept)</span>
    </del>
  ) : (
    <span className="block max-w-64 break-words">
      <bdi>{text}</bdi>
    </span>
  );
};
