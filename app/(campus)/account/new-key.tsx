'use client';

import dynamic from 'next/dynamic';
import { CopyField } from '../../../components/ui/copy-field.tsx';
import type { FactorKey } from '../../../lib/account/schema.ts';
import { ACCOUNT_TEXTS } from './texts.ts';

const QrCode = dynamic(async () => (await import('./qr-code.tsx')).QrCode, {
  loading: () => <div className="size-48" />,
});

/** The key for the authenticator app: to be scanned, to be opened on the phone itself, or in groups that are easy to type. */
export const NewKey = ({ factor: { key, uri } }: { factor: FactorKey }) => (
  <>
    <p>
      Scan this code with your authenticator app. On the phone itself,{' '}
      <a href={uri} className="rounded text-accent-ink underline">
        open it in the app
      </a>
      . Or choose to enter a key, and type the one below.
    </p>
    <QrCode text={uri} label="Picture for your app’s camera" />
    <CopyField label="Key" value={key.match(/.{1,4}/g)?.join(' ') ?? key} help={ACCOUNT_TEXTS.key()} />
  </>
);
