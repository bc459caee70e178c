'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '../../../../../components/query/query-error.tsx';
import { Button } from '../../../../../components/ui/button.tsx';
import type { Draft, DraftValues, ValueMeaning } from './draft.ts';
import { valuesQuery } from './queries.ts';
import { ReadingProgress } from './reading-progress.tsx';
import { StepFrame } from './step-frame.tsx';
import { UPLOAD_TEXTS } from './texts.ts';
import type { Choose } from './use-choices.ts';
import { ValuesSection } from './values-section.tsx';

interface StepProps {
  draft: Draft;
  choices: Choose;
  onStep: (step: Draft['step']) => void;
}

/** *Values*: the file's schools, genders, codes and titles beside Campus'. */
export function ValuesStep(props: StepProps) {
  const values = useQuery(valuesQuery(props.draft.id));
  if (values.isError && !values.data) return <QueryError query={values} />;
  if (!values.data)
    return (
      <ReadingProgress draftId={props.draft.id} doing={UPLOAD_TEXTS.readingValues(props.draft.fileName)} />
    );
  return <Values {...props} kinds={values.data.kinds} />;
}

function Values({ draft, choices, onStep, kinds }: StepProps & { kinds: DraftValues['kinds'] }) {
  const chosen = draft.mapping?.values ?? [];
  const isSame = (one: Pick<ValueMeaning, 'kind' | 'value'>, other: Pick<ValueMeaning, 'kind' | 'value'>) =>
    one.kind === other.kind && one.value === other.value;

  function choose(kind: ValueMeaning['kind'], value: string, code: string | null | undefined): void {
    const others = chosen.filter((one) => !isSame(one, { kind, value }));
    const values = code === undefined ? others : [...others, { kind, value, code }];
    choices.mutate({ mapping: { values } });
  }

  async function next(): Promise<void> {
    // What was proposed was shown first, and counts from here on.
    const proposed = kinds.flatMap(({ kind, values }) =>
      values.flatMap(({ value, code, by }) =>
        by === 'proposed' && !chosen.some((one) => isSame(one, { kind, value }))
          ? [{ kind, value, code }]
          : [],
      ),
    );
    await choices.mutateAsync({ mapping: { values: [...chosen, ...proposed] }, step: 'check' });
  }

  return (
    <StepFrame
      title="Values"
      lead={kinds.length > 0 ? UPLOAD_TEXTS.valuesLead() : UPLOAD_TEXTS.noValues()}
      footer={
        <>
          <Button onClick={() => onStep('columns')}>Back</Button>
          <Button kind="primary" onClick={next}>
            Next
          </Button>
        </>
      }
    >
      {kinds.map((kind) => (
        <ValuesSection
          key={kind.kind}
          kind={kind}
          chosen={chosen.filter((one) => one.kind === kind.kind)}
          onChoose={(value, code) => choose(kind.kind, value, code)}
        />
      ))}
    </StepFrame>
  );
}
