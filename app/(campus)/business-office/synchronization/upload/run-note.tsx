import { Callout } from '../../../../../components/ui/callout.tsx';
import type { DraftCheck } from './draft.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** What the file does to what the synchronization has already. */
export function RunNote({ run, ready }: { run: NonNullable<DraftCheck['run']>; ready: number }) {
  const { staged, setAside, same, different, corrected, withdrawn, examples } = run;
  const added = ready - same - different - corrected;
  const sentences = [
    ...(added > 0 ? [UPLOAD_TEXTS.runAdded(added)] : []),
    ...(same > 0 ? [UPLOAD_TEXTS.runSame(same)] : []),
    ...(corrected > 0 ? [UPLOAD_TEXTS.runCorrected(corrected)] : []),
    ...(different > 0 ? [UPLOAD_TEXTS.runDifferent(different, examples)] : []),
    ...(withdrawn > 0 ? [UPLOAD_TEXTS.runWithdrawn(withdrawn)] : []),
  ];
  return (
    <Callout
      tone={different + withdrawn > 0 ? 'warn' : 'neutral'}
      role="status"
      className="mx-4 mt-4 sm:mx-5"
      title={UPLOAD_TEXTS.runHolds(staged, setAside)}
    >
      <ul className="list-disc pl-4">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Callout>
  );
}
