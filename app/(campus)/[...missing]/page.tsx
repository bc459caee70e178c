import { notFound } from 'next/navigation';

/** Addresses that no route has: 404 with the menu around it. */
export default function Missing() {
  notFound();
}
