/** A personal number as it is kept: twelve digits; spaces and dots between them are how people write it. Null where it is none. */
export function readPersonalNumber(text: string): string | null {
  const digits = text.normalize('NFKC').replaceAll(/[ .\u00A0-]/g, '');
  return /^[0-9]{12}$/.test(digits) ? digits : null;
}
