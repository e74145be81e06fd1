/** A text that nobody else has, by which the server knows a form that is sent again. */
export function makeKey(): string {
  // Where the page did not come over a safe line, the browser makes none by itself.
  if ('randomUUID' in crypto) return crypto.randomUUID();
  return Array.from(globalThis.crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
