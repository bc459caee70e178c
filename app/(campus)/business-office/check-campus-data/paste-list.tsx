'use client';

import { ClipboardPaste } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { afterLoad } from '../../../../components/ui/after-load.ts';
import { Button } from '../../../../components/ui/button.tsx';

/** Loaded on first use. */
const ListDialog = lazy(() => afterLoad.then(() => import('./list-dialog.tsx')));

/** The button that opens the dialog for many numbers at once (CHK-2). What was pasted stays until the page is left. */
export function PasteList() {
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  const [text, setText] = useState('');
  return (
    <>
      <Button
        onClick={() => {
          setUsed(true);
          setOpen(true);
        }}
      >
        <ClipboardPaste aria-hidden className="size-4" />
        Paste a list
      </Button>
      {used && (
        <Suspense>
          <ListDialog open={open} text={text} onText={setText} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
