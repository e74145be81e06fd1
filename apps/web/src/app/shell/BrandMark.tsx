/** The mark of the product: arches of roots that grow down from one crown, as the units of a tree do. */
export function BrandMark({ size }: { size: string }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <rect width="32" height="32" rx="7" fill="var(--identity)" />
      <g fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round">
      <path d="M16 6.5V25.5" />
      <path d="M16 9C9.5 9 6.7 13.5 6.7 25.5" />
      <path d="M16 9C22.5 9 25.3 13.5 25.3 25.5" />
      <path d="M16 15.5C12.8 15.5 11.4 18 11.4 25.5" />
      <path d="M16 15.5C19.2 15.5 20.6 18 20.6 25.5" />
      </g>
    </svg>
  );
}
