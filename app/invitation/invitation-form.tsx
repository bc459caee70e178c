'use client';

import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../components/ui/button.tsx';
import { Callout } from '../../components/ui/callout.tsx';
import { Card } from '../../components/ui/card.tsx';
import { CodeField } from '../../components/ui/code-field.tsx';
import { NewPasswordField } from '../../components/ui/new-password-field.tsx';
import { useHydrated } from '../../components/ui/use-hydrated.ts';
import { sendSignIn } from '../signin/sign-in.ts';
import { INVITATION_TEXTS } from './texts.ts';

/** Sends the chosen password with the link's token, which the browser keeps in the fragment, and signs in. */
export function InvitationForm() {
  const hydrated = useHydrated();
  const code = useRef<HTMLInputElement>(null);
  const [asksCode, setAsksCode] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(undefined);
    const answer = await sendSignIn({
      // Without any token it must be refused as a link, not taken for a sign-in without a username.
      invitation: location.hash.slice(1) || 'none',
      newPassword: String(form.get('password') ?? ''),
      ...(asksCode && { code: String(form.get('code') ?? '') }),
      callbackUrl: '/campus',
    });
    if ('url' in answer) return location.replace(answer.url);
    setBusy(false);
    setProblem(
      answer.problem ??
        ('asks' in answer && answer.asks === 'newPassword' ? INVITATION_TEXTS.missing() : undefined),
    );
    if ('asks' in answer && answer.asks === 'code') {
      flushSync(() => setAsksCode(true));
      code.current?.focus();
      code.current?.select();
    }
  }

  return (
    <Card className="p-5">
      {problem && (
        <Callout tone="bad" role="alert" className="mb-4">
          {problem}
        </Callout>
      )}
      <form method="post" noValidate onSubmit={submit} className="flex flex-col gap-4">
        <NewPasswordField help={INVITATION_TEXTS.password()} />
        {asksCode && <CodeField ref={code} />}
        <Button type="submit" kind="primary" busy={busy} disabled={!hydrated} className="mt-1 w-full">
          Save and sign in
        </Button>
      </form>
    </Card>
  );
}
