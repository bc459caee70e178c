/** The product's logo; its name follows as text. */
export const BrandMark = ({ className }: { className?: string }) => (
  <svg viewBox="0 0 32 32" aria-hidden="true" className={className}>
    <rect width="32" height="32" rx="8" className="fill-accent" />
    <path d="M8 13.2 16 9l8 4.2-8 4.2z" className="fill-on-accent" />
    <path
      d="M11 17v3.6c0 1.3 2.2 2.4 5 2.4s5-1.1 5-2.4V17l-5 2.6z"
      className="fill-on-accent"
      opacity=".82"
    />
  </svg>
);
