'use client';

import type { ListedDistrict } from '../../lib/operator/schema.ts';
import { CloseDialog } from './close-dialog.tsx';
import { NewDistrictDialog } from './new-district-dialog.tsx';
import { ResetDialog } from './reset-dialog.tsx';

/** The open dialog, and its district. */
export type Deed = { kind: 'new' } | { kind: 'reset' | 'close'; district: ListedDistrict };

/** The dialog of the chosen action. */
export default function Deeds({ deed, onClose }: { deed: Deed; onClose: () => void }) {
  if (deed.kind === 'new') return <NewDistrictDialog onClose={onClose} />;
  if (deed.kind === 'reset') return <ResetDialog district={deed.district} onClose={onClose} />;
  return <CloseDialog district={deed.district} onClose={onClose} />;
}
