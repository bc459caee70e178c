'use client';

import { X } from 'lucide-react';
import { useRef } from 'react';
import { toneStyle } from '../../../../components/ui/badge.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { classNames } from '../../../../components/ui/class-names.ts';
import type { User } from '../../../../lib/notify/schema.ts';
import { NOTIFICATION_TEXTS } from './texts.ts';

export type Recipient = User & { reachable?: boolean };

/** The chosen recipients, each with an X, and a larger X that removes all (NOT-3). */
export function RecipientChips({
  recipients,
  onChange,
}: {
  recipients: Recipient[];
  onChange: (recipients: Recipient[]) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  const remove = (id: string) => {
    onChange(recipients.filter((recipient) => recipient.id !== id));
    // The pressed button leaves the page: the focus moves on before that.
    list.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
    <div ref={list} role="group" aria-label="Chosen recipients" tabIndex={-1} className="mt-3 outline-none">
      {recipients.length === 0 ? (
        <p className="text-muted text-xs">{NOTIFICATION_TEXTS.noRecipients()}</p>
      ) : (
        <div className="flex items-start justify-between gap-3">
          <ul className="flex min-w-0 flex-wrap items-center gap-1.5">
            {recipients.map(({ id, name, username, reachable }) => (
              <li
                key={id}
                className={classNames(
                  'inline-flex min-w-0 max-w-full items-center gap-1 rounded-full border py-0.5 pr-0.5 pl-2.5 text-xs',
                  toneStyle(reachable === false ? 'warn' : 'neutral'),
                )}
              >
                <bdi className="truncate" title={username}>
                  {name}
                </bdi>
                {reachable === false && <span>(no longer has the tool rights)</span>}
                <button
                  type="button"
                  aria-label={`Remove ${name}`}
                  onClick={() => remove(id)}
                  className="inline-flex size-6 shrink-0 items-center justify-center rounded-full hover:bg-hover hover:text-ink"
                >
                  <X aria-hidden className="size-3.5" />
                </button>
              </li>
            ))}
          </ul>
          <Button
            size="small-icon"
            kind="quiet"
            aria-label="Remove all"
            title="Remove all"
            onClick={() => {
              onChange([]);
              list.current?.focus();
            }}
          >
            <X aria-hidden className="size-5" />
          </Button>
        </div>
      )}
    </div>
  );
}
