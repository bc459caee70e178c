import { NotFoundMessage } from '../components/shell/not-found-message.tsx';

/** For a stranger at an address that no route has. */
export default function NotFound() {
  return (
    <main>
      <NotFoundMessage />
    </main>
  );
}
