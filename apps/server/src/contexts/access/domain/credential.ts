import { createHash, randomBytes } from 'node:crypto';

const secretForm = /^[A-Za-z0-9_-]{43}$/;

/** A new opaque session secret of 256 bits. Only its hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Hexadecimal SHA-256 of a presented secret; the empty text where what was presented has not the form of one. */
export function credentialOf(secret: string | undefined): string {
  return secret !== undefined && secretForm.test(secret) ? createHash('sha256').update(secret).digest('hex') : '';
}
