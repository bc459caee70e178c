'use client';

import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '../../../../../components/ui/button.tsx';
import { Callout } from '../../../../../components/ui/callout.tsx';
import { Card, CardHeader, CardTitle } from '../../../../../components/ui/card.tsx';
import { BadRows } from './bad-rows.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ColumnsForm } from './columns-form.tsx';
import { FileFacts } from './file-facts.tsx';
import { Sending } from './sending.tsx';
import { Staged } from './staged.tsx';
import { UPLOAD_TEXTS } from './texts.ts';
import { type FileUpload, type Reading, useFileUpload } from './use-file-upload.ts';

/** *Transfer Staff Via File Upload*: choose a file, confirm its columns, send it; fix invalid rows or set them aside. */
export default function UploadCard({ open, onClose }: { open: boolean; onClose: () => void }) {
  const upload = useFileUpload();
  const title = useRef<HTMLHeadingElement>(null);
  const step = stepOf(upload);
  // The focused element left the page with the previous step, so the focus moves to the heading.
  useEffect(() => {
    if (step) title.current?.focus();
  }, [step]);
  return (
    <Card aria-labelledby="upload">
      <CardHeader>
        <CardTitle id="upload" ref={title} tabIndex={-1}>
          Transfer Staff Via File Upload
        </CardTitle>
        {!upload.send.isPending && (
          <Button kind="quiet" size="small-icon" aria-label="Close file upload" onClick={onClose}>
            <X aria-hidden className="size-4" />
          </Button>
        )}
      </CardHeader>
      {open || upload.file ? (
        <Step step={step} upload={upload} onClose={onClose} />
      ) : (
        <Callout className="m-4 sm:m-5">{UPLOAD_TEXTS.noUpload()}</Callout>
      )}
    </Card>
  );
}

/** A header row or sheet that can't be read is corrected where it was chosen. */
const isCorrected = ({ headerRow, sheet }: Reading): boolean =>
  headerRow !== undefined || sheet !== undefined;

type StepName = 'choose' | 'columns' | 'sending' | 'answer';

function stepOf({ file, look, send }: FileUpload): StepName {
  if (!file || (look.isError && !isCorrected(look.variables.reading))) return 'choose';
  if (send.isPending) return 'sending';
  return send.data ? 'answer' : 'columns';
}

function Step({ step, upload, onClose }: { step: StepName; upload: FileUpload; onClose: () => void }) {
  const { file, look, send } = upload;
  if (step === 'choose' || !file) return <ChooseFile upload={upload} />;
  if (step === 'sending') return <Sending upload={upload} file={file} />;
  if (send.data?.outcome === 'staged') return <Staged upload={upload} answer={send.data} onClose={onClose} />;
  if (send.data?.outcome === 'refused') return <BadRows upload={upload} file={file} answer={send.data} />;
  return (
    <>
      <FileFacts upload={upload} file={file} />
      {look.isError || <ColumnsForm key={look.submittedAt} upload={upload} file={file} />}
    </>
  );
}
