'use client';

import { useEffect, useState } from 'react';
import { Button } from '../../components/ui/button.tsx';
import { Callout } from '../../components/ui/callout.tsx';
import { Card } from '../../components/ui/card.tsx';
import { CopyField } from '../../components/ui/copy-field.tsx';
import { Toasts } from '../../components/ui/toasts.tsx';
import { openLink } from './operator-call.ts';
import { OPERATOR_PAGE_TEXTS } from './texts.ts';

/** Opens the link whose token the browser keeps in the fragment; without one it says how to make a link. */
export function OpenLink() {
  const [token, setToken] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    const read = () => setToken(location.hash.slice(1));
    read();
    // A link that is opened in the tab of this page changes only the fragment.
    window.addEventListener('hashchange', read);
    return () => window.removeEventListener('hashchange', read);
  }, []);
  const open = async () => {
    setBusy(true);
    const wrong = await openLink(token);
    if (!wrong) return location.replace('/campus/operator');
    setBusy(false);
    setProblem(wrong);
    // The link is used up: what helps now is another one.
    setToken('');
  };
  return (
    <Card className="flex flex-col gap-4 p-5">
      {problem && (
        <Callout tone="bad" role="alert">
          {problem}
        </Callout>
      )}
      {token ? (
        <>
          <p>{OPERATOR_PAGE_TEXTS.open()}</p>
          <Button kind="primary" busy={busy} onClick={open} className="w-full">
            Open
          </Button>
        </>
      ) : (
        <>
          <p>{OPERATOR_PAGE_TEXTS.how()}</p>
          <CopyField label="Command" value="campus operator link" />
        </>
      )}
      <Toasts />
    </Card>
  );
}
