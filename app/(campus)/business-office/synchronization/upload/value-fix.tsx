'use client';

import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '../../../../../components/ui/skeleton.tsx';
import type { Draft, ValueMeaning } from './draft.ts';
import { valuesQuery } from './queries.ts';
import type { Choose } from './use-choices.ts';
import { IGNORE, ValueSelect } from './value-select.tsx';

/** Chooses Campus' code for a value of the file, for all of its rows. */
export function ValueFix({
  draft,
  choices,
  of,
  value,
  onFixed,
}: {
  draft: Draft;
  choices: Choose;
  of: ValueMeaning['kind'];
  value: string;
  onFixed: () => void;
}) {
  const kind = useQuery(valuesQuery(draft.id)).data?.kinds.find((one) => one.kind === of);
  if (!kind) return <Skeleton className="h-9 w-60" />;
  const others = (draft.mapping?.values ?? []).filter((one) => one.kind !== of || one.value !== value);
  return (
    <ValueSelect
      className="sm:w-72"
      label={`Value ${value}`}
      kind={of}
      choices={kind.choices}
      value=""
      onChange={async (code) => {
        if (code === '') return;
        const answer = { kind: of, value, code: code === IGNORE ? null : code };
        await choices.mutateAsync({ mapping: { values: [...others, answer] } });
        onFixed();
      }}
    />
  );
}
