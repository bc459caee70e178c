import { CopyField } from '../../../components/ui/copy-field.tsx';
import type { FactorKey } from '../../../lib/account/schema.ts';

/** The key for the authenticator app, in groups that are easy to type. */
export const NewKey = ({ factor: { key, uri } }: { factor: FactorKey }) => (
  <>
    <p>
      In your authenticator app, choose to enter a key, then type this one. On the phone itself,{' '}
      <a href={uri} className="rounded text-accent-ink underline">
        open it in the app
      </a>
      .
    </p>
    <CopyField
      label="Key"
      value={key.match(/.{1,4}/g)?.join(' ') ?? key}
      help="Shown only now. Keep it as secret as your password."
    />
  </>
);
