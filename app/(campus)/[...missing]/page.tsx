import { notFound } from 'next/navigation';

/** Any other address: 404 inside the menu. */
export default function Missing() {
  notFound();
}
