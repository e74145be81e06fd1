import { createHash, randomInt } from 'node:crypto';

/** Digits and letters that are not taken for one another when they are read from paper or told by telephone. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 5;
const groupLength = 4;
const codeForm = new RegExp(`^[${letters}]{${groups * groupLength}}$`);

/** A code for the paper of a letter: five groups of four of thirty letters, which is 98 bits. It is shown once and kept nowhere. */
export function makeClaimCode(): string {
  const group = () => Array.from({ length: groupLength }, () => letters[randomInt(letters.length)]).join('');
  return Array.from({ length: groups }, group).join('-');
}

/** What is kept of a code and compared: its SHA-256, whatever case and spaces it was typed with. Null for what cannot be a code. */
export function hashClaimCode(typed: string): Buffer | null {
  const code = typed.toUpperCase().replaceAll(/[\s.–—-]/g, '');
  return codeForm.test(code) ? createHash('sha256').update(code).digest() : null;
}
