'use client';

import type { User } from '../../../../lib/users/schema.ts';
import { EnableDialog } from './enable-dialog.tsx';
import { FactorDialog } from './factor-dialog.tsx';
import { PasswordDialog } from './password-dialog.tsx';
import { UnlinkDialog } from './unlink-dialog.tsx';
import { UserDialog } from './user-dialog.tsx';

/** The open dialog, and its user. */
export type Deed = { kind: 'new' } | { kind: 'edit' | 'password' | 'factor' | 'unlink' | 'able'; user: User };

/** The dialog of the chosen action. */
export default function Deeds({ deed, onClose }: { deed: Deed; onClose: () => void }) {
  switch (deed.kind) {
    case 'new':
      return <UserDialog onClose={onClose} />;
    case 'edit':
      return <UserDialog user={deed.user} onClose={onClose} />;
    case 'password':
      return <PasswordDialog user={deed.user} onClose={onClose} />;
    case 'factor':
      return <FactorDialog user={deed.user} onClose={onClose} />;
    case 'unlink':
      return <UnlinkDialog user={deed.user} onClose={onClose} />;
    case 'able':
      return <EnableDialog user={deed.user} onClose={onClose} />;
  }
}
