'use client';

import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import { Dialog } from '../../../../components/ui/dialog.tsx';
import { useUserCall } from './use-user-call.ts';

interface Confirmed {
  title: string;
  /** What will happen. */
  description: string;
  /** On the button. */
  action: string;
  /** The action gives something back rather than taking it. */
  gives?: boolean;
  send: () => Promise<unknown>;
  /** Shown when the call has succeeded. */
  done: string;
  onClose: () => void;
}

/** Asks before a user is changed by one call, and says why it was refused. */
export function ConfirmDialog({ title, description, action, gives = false, send, done, onClose }: Confirmed) {
  const { call } = useUserCall(onClose);
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      description={description}
      footer={
        <>
          <Button onClick={onClose}>Go back</Button>
          <Button
            kind={gives ? 'primary' : 'danger'}
            busy={call.isPending}
            onClick={() => call.mutate({ send, done })}
          >
            {action}
          </Button>
        </>
      }
    >
      {call.error && (
        <Callout tone="bad" role="alert" className="mt-4">
          {call.error.message}
        </Callout>
      )}
    </Dialog>
  );
}
