'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { adminUpload } from '../../../../../components/query/admin-upload.ts';
import { typeOfFile } from '../../../../../lib/sync/upload/file-types.ts';
import { draftQuery } from './queries.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** Sends a file to the server, which keeps it until it is transferred. */
export function useSendFile() {
  const client = useQueryClient();
  const [fault, setFault] = useState<string | null>(null);
  const [sent, setSent] = useState(0);
  const stopping = useRef<AbortController | null>(null);
  const send = useMutation({
    mutationFn(file: File) {
      setSent(0);
      stopping.current = new AbortController();
      return adminUpload('POST /sync/upload/drafts', {
        query: { name: file.name },
        body: file,
        type: typeOfFile(file.name) ?? '',
        signal: stopping.current.signal,
        onSent: setSent,
      });
    },
    onSuccess: (draft) => client.setQueryData(draftQuery.queryKey, { draft }),
  });

  function choose(file: File | undefined): void {
    if (!file) return;
    send.reset();
    const wrong = !typeOfFile(file.name)
      ? UPLOAD_TEXTS.unknownType(file.name)
      : file.size === 0
        ? UPLOAD_TEXTS.emptyFile(file.name)
        : null;
    setFault(wrong);
    if (!wrong) send.mutate(file);
  }

  return {
    choose,
    fault: fault ?? send.error?.message ?? null,
    file: send.isPending ? send.variables : undefined,
    sent,
    stop: () => stopping.current?.abort(),
  };
}
