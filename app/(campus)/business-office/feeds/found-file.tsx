import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import type { ConnectionFound } from '../../../../lib/feeds/schema.ts';
import { formatBytes } from '../synchronization/upload/format-bytes.ts';
import { FEED_TEXTS } from './texts.ts';

/** What *Test connection* found; a new key of the server can be accepted where `onAccept` is. */
export function FoundFile({
  found,
  hostKey,
  onAccept,
}: {
  found: ConnectionFound;
  /** The accepted one. */
  hostKey: string | null;
  onAccept?: (hostKey: string) => void;
}) {
  const { file, problem } = found;
  const other = found.hostKey !== null && found.hostKey !== hostKey ? found.hostKey : null;
  return (
    <Callout tone={problem ? 'warn' : 'good'} role="status">
      {problem && <p>{problem}</p>}
      {file && <p>{FEED_TEXTS.found(file.name, file.bytes === null ? null : formatBytes(file.bytes))}</p>}
      {other && <p className="wrap-anywhere mt-1">{FEED_TEXTS.fingerprint(other)}</p>}
      {other && onAccept && (
        <Button size="small" className="mt-2" onClick={() => onAccept(other)}>
          Accept this key
        </Button>
      )}
    </Callout>
  );
}
