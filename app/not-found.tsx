import { NotFoundMessage } from '../components/shell/not-found-message.tsx';

/** For visitors who are not signed in, at an address without a page. */
export default function NotFound() {
  return (
    <main>
      <NotFoundMessage />
    </main>
  );
}
