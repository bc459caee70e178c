import { Button } from '../../../../../../components/ui/button.tsx';
import { counted } from '../../../../../../lib/text/numbers.ts';

/** What can be done with the selected people at once; shown while somebody is selected. */
export const SelectionBar = ({
  people,
  busy,
  onReview,
  onExclude,
  onAll,
  onClear,
}: {
  people: number;
  busy: boolean;
  onReview: () => void;
  onExclude: () => void;
  /** Selects everyone whose card is loaded. */
  onAll: () => void;
  onClear: () => void;
}) =>
  people > 0 && (
    <section
      aria-label="Selected people"
      data-bottom-bar
      className="sticky bottom-4 z-20 mx-auto mt-4 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-lg border border-line bg-surface px-4 py-2.5 shadow-floating print:hidden"
    >
      <p role="status" className="mr-2 font-medium tabular-nums">
        {counted(people, 'person selected', 'people selected')}
      </p>
      <Button size="small" kind="primary" busy={busy} onClick={onReview}>
        Mark reviewed
      </Button>
      <Button size="small" onClick={onExclude}>
        Exclude from commit
      </Button>
      <Button size="small" kind="quiet" onClick={onAll}>
        Select all shown
      </Button>
      <Button size="small" kind="quiet" onClick={onClear}>
        Clear selection
      </Button>
    </section>
  );
