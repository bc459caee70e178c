'use client';

import { Eye } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { Callout } from '../../components/ui/callout.tsx';
import { Card } from '../../components/ui/card.tsx';
import { useHydrated } from '../../components/ui/use-hydrated.ts';
import type { HandedOverAnswer } from '../../lib/credentials/schema.ts';
import { HandedOver } from './handed-over.tsx';
import { HAND_OVER_TEXTS } from './texts.ts';

type Answer = { credentials: HandedOverAnswer } | { problem: string };

/** Opens the link whose token the browser keeps in the fragment, and shows what it gives. */
export function OpenLink() {
  const hydrated = useHydrated();
  const [busy, setBusy] = useState(false);
  const [answer, setAnswer] = useState<Answer>();
  if (answer && 'credentials' in answer) return <HandedOver credentials={answer.credentials} />;
  const open = async () => {
    setBusy(true);
    setAnswer(await openLink(location.hash.slice(1)));
    setBusy(false);
  };
  return (
    <Card className="flex flex-col gap-4 p-5">
      {answer && (
        <Callout tone="bad" role="alert">
          {answer.problem}
        </Callout>
      )}
      <p>{HAND_OVER_TEXTS.once()}</p>
      <Button kind="primary" busy={busy} disabled={!hydrated} onClick={open} className="w-full">
        <Eye aria-hidden className="size-4" />
        Show credentials
      </Button>
    </Card>
  );
}

async function openLink(token: string): Promise<Answer> {
  try {
    const response = await fetch('/campus/api/hand-over', { method: 'POST', body: token });
    const body = await response.json();
    return response.ok ? { credentials: body } : { problem: body.detail };
  } catch {
    return { problem: HAND_OVER_TEXTS.unreachable() };
  }
}
