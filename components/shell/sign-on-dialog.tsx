'use client';

import { useMutation } from '@tanstack/react-query';
import { adminCall } from '../query/admin-call.ts';
import type { Asked } from '../query/enter-password.ts';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Asks a user whom the identity provider signed in to sign in there again, in a new tab: this page loses nothing. */
export default function SignOnDialog({ answer }: Pick<Asked, 'answer'>) {
  const confirm = useMutation({
    mutationFn: async () => {
      // Opened by the click itself: later the browser would block it.
      const tab = window.open('', '_blank');
      try {
        const { url } = await adminCall('POST /account/single-sign-on/confirm');
        if (tab) tab.location.href = url;
        else location.assign(url);
      } catch (error) {
        tab?.close();
        throw error;
      }
    },
  });
  return (
    <Dialog
      open
      onClose={() => answer(false)}
      title="Sign in again"
      description="You signed in more than 10 minutes ago. Sign in at your identity provider again to confirm that it’s you, in a new tab. Then continue here."
      footer={
        <>
          <Button onClick={() => answer(false)}>Cancel</Button>
          <Button busy={confirm.isPending} onClick={() => confirm.mutate()}>
            Sign in again
          </Button>
          <Button kind="primary" disabled={!confirm.isSuccess} onClick={() => answer(true)}>
            Continue
          </Button>
        </>
      }
    >
      {confirm.error && (
        <Callout tone="bad" role="alert" className="mt-4">
          {confirm.error.message}
        </Callout>
      )}
    </Dialog>
  );
}
