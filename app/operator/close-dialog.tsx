'use client';

import { Button } from '../../components/ui/button.tsx';
import { CopyField } from '../../components/ui/copy-field.tsx';
import { Dialog } from '../../components/ui/dialog.tsx';
import type { ListedDistrict } from '../../lib/operator/schema.ts';
import { OPERATOR_PAGE_TEXTS as TEXTS } from './texts.ts';

/** The commands that export and close the district: web can't erase anything of it. */
export const CloseDialog = ({
  district: { appName, name },
  onClose,
}: {
  district: ListedDistrict;
  onClose: () => void;
}) => {
  const today = new Date().toISOString().slice(0, 10);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Export or close ${name}`}
      description={TEXTS.close()}
      footer={
        <Button kind="primary" onClick={onClose}>
          Done
        </Button>
      }
    >
      <div className="mt-4 flex flex-col gap-4">
        <CopyField
          label="Export"
          help={TEXTS.exportHelp()}
          value={`campus district export --app-name ${appName} --to ${appName}-${today}`}
        />
        <CopyField
          label="Close"
          help={TEXTS.closeHelp()}
          value={`campus district close --app-name ${appName} --to ${appName}-final-${today} --confirm ${appName}`}
        />
      </div>
    </Dialog>
  );
};
