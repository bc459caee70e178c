'use client';

import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { Button } from '../../components/ui/button.tsx';
import { Callout } from '../../components/ui/callout.tsx';
import { Card } from '../../components/ui/card.tsx';
import { CodeField } from '../../components/ui/code-field.tsx';
import { Field } from '../../components/ui/field.tsx';
import { useHydrated } from '../../components/ui/use-hydrated.ts';
import { sendSignIn } from './sign-in.ts';
import { SignOnButton, signOnUrl } from './sign-on-button.tsx';
import { SIGN_IN_TEXTS } from './texts.ts';

type Props = { appName: string; callbackUrl: string; signedOut: boolean } & Pick<
  Parameters<typeof SignOnButton>[0],
  'signOn'
>;

export function SignInForm({ appName, callbackUrl, signedOut, signOn }: Props) {
  const hydrated = useHydrated();
  const district = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const code = useRef<HTMLInputElement>(null);
  const newPassword = useRef<HTMLInputElement>(null);
  const [asked, setAsked] = useState({ code: false, newPassword: false });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (busy) return;
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? '');
    setBusy(true);
    setProblem(undefined);
    const answer = await sendSignIn({
      appName: text('appName'),
      username: text('username'),
      password: text('password'),
      ...(asked.code && { code: text('code') }),
      ...(asked.newPassword && { newPassword: text('newPassword') }),
      callbackUrl,
    });
    if ('url' in answer) return location.replace(answer.url);
    setBusy(false);
    setProblem(answer.problem);
    if ('asks' in answer) {
      flushSync(() => setAsked((before) => ({ ...before, [answer.asks]: true })));
      const field = answer.asks === 'code' ? code.current : newPassword.current;
      field?.focus();
      field?.select();
    } else password.current?.select();
  }

  return (
    <Card className="p-5">
      {problem ? (
        <Callout tone="bad" role="alert" className="mb-4">
          {problem}
        </Callout>
      ) : (
        signedOut && (
          <Callout role="status" className="mb-4">
            {SIGN_IN_TEXTS.signedOut()}
          </Callout>
        )
      )}
      {signOn !== 'askDistrict' && <SignOnButton {...{ appName, callbackUrl, signOn }} />}
      {/* A submit before React is here must not put the password into the address. */}
      <form method="post" onSubmit={submit} className="flex flex-col gap-4">
        <Field
          label="Username"
          name="username"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          autoFocus={signOn === 'askDistrict' || !signOn.on}
        />
        <Field
          label="Password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          ref={password}
        />
        <Field
          label="District"
          name="appName"
          defaultValue={appName}
          autoComplete="organization"
          autoCapitalize="none"
          spellCheck={false}
          required
          ref={district}
          help={SIGN_IN_TEXTS.district()}
        />
        {asked.newPassword && (
          <Field
            label="New password"
            name="newPassword"
            type="password"
            autoComplete="new-password"
            required
            ref={newPassword}
            help={SIGN_IN_TEXTS.newPassword()}
          />
        )}
        {asked.code && <CodeField ref={code} />}
        <Button
          type="submit"
          kind={signOn !== 'askDistrict' && signOn.on ? 'secondary' : 'primary'}
          busy={busy}
          disabled={!hydrated}
          className="mt-1 w-full"
        >
          Sign in
        </Button>
      </form>
      {signOn === 'askDistrict' && (
        <Button
          className="mt-3 w-full"
          disabled={!hydrated}
          onClick={() => {
            const typed = district.current?.value.trim();
            if (typed) return location.assign(signOnUrl(typed, callbackUrl));
            setProblem(SIGN_IN_TEXTS.otherDistrict());
            district.current?.focus();
          }}
        >
          Use single sign-on
        </Button>
      )}
    </Card>
  );
}
