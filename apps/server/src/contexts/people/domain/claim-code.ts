import { createHash, randomInt } from 'node:crypto';
import { bareClaimCode, claimCodeLength, claimCodeLetters, isClaimCode } from '@banyan/schema/claim-code';

const groupLength = 4;

/** A code for the paper of a letter: five groups of four of thirty letters, which is 98 bits. It is shown once and kept nowhere. */
export function makeClaimCode(): string {
  const group = () => Array.from({ length: groupLength }, () => claimCodeLetters[randomInt(claimCodeLetters.length)]).join('');
  return Array.from({ length: claimCodeLength / groupLength }, group).join('-');
}

/** What is kept of a code and compared: its SHA-256, whatever case and spaces it was typed with. Null for what cannot be a code. */
export function hashClaimCode(typed: string): Buffer | null {
  const code = bareClaimCode(typed);
  return isClaimCode(code) ? createHash('sha256').update(code).digest() : null;
}
