'use client';

import { formatDate, useTimeZone } from '../../../../components/dates.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import type { Certificate } from '../../../../lib/single-sign-on/schema.ts';
import { SIGN_ON_TEXTS } from './texts.ts';
import type { Metadata } from './typed.ts';

/** What a provider's metadata say. */
export const MetadataRead = ({
  metadata: { entityId, signOnUrl, certificates },
  notes,
}: {
  metadata: Metadata;
  notes: readonly string[];
}) => (
  // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would read its legend again and again.
  <div role="group" aria-label="What the metadata say" className="rounded-md border border-line p-3">
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
      <Row label="Entity ID">{entityId}</Row>
      <Row label="Sign-on URL">{signOnUrl}</Row>
      {certificates.map((certificate, at) => (
        <Row
          key={certificate.fingerprint}
          label={certificates.length === 1 ? 'Certificate' : `Certificate ${at + 1}`}
        >
          <CertificateLines certificate={certificate} />
        </Row>
      ))}
    </dl>
    {notes.map((note) => (
      <Callout key={note} tone="warn" className="mt-3">
        {note}
      </Callout>
    ))}
  </div>
);

const Row = ({ label, children }: { label: string; children: React.ReactNode }) => (
  <div className="contents">
    <dt className="text-muted">{label}</dt>
    <dd className="wrap-anywhere">
      <bdi>{children}</bdi>
    </dd>
  </div>
);

function CertificateLines({
  certificate: { subject, expiresAt, fingerprint },
}: {
  certificate: Certificate;
}) {
  const zone = useTimeZone();
  const expired = new Date(expiresAt) < new Date();
  return (
    <>
      <span className="block">{subject}</span>
      <span className={expired ? 'block text-bad-ink' : 'block'}>
        {SIGN_ON_TEXTS[expired ? 'expired' : 'expires'](formatDate(expiresAt, zone))}
      </span>
      <span className="block font-mono text-muted text-xs">SHA-256 {fingerprint}</span>
    </>
  );
}
