import { Callout } from '../../../components/ui/callout.tsx';
import { CopyButton } from '../../../components/ui/copy-button.tsx';
import { ACCOUNT_TEXTS } from './texts.ts';

/** New recovery codes, which are shown once. */
export const NewCodes = ({ codes }: { codes: readonly string[] }) => (
  <>
    <Callout tone="warn" role="status">
      {ACCOUNT_TEXTS.recoveryCodes()}
    </Callout>
    <ul className="grid grid-cols-2 gap-x-6 gap-y-1 rounded-lg bg-sunken p-4 font-mono text-sm">
      {codes.map((code) => (
        <li key={code}>{code}</li>
      ))}
    </ul>
    <div>
      <CopyButton what="Recovery codes" text={codes.join('\n')} />
    </div>
  </>
);
