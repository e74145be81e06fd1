/** The mark of the product: a crown and the roots that grow down from it. */
export function BrandMark({ size }: { size: string }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} fill="var(--identity)" aria-hidden="true">
      <path d="M4 15.5C4 9 9.4 4 16 4s12 5 12 11.5c0 1-.8 1.5-1.8 1.5H5.8C4.8 17 4 16.5 4 15.5Z" />
      <path d="M14.5 17h3v11h-3zM8 17h2v8H8zM22 17h2v8h-2z" />
    </svg>
  );
}
