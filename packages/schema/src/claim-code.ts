/** Digits and letters that are not taken for one another when they are read from paper or told by telephone. */
export const claimCodeLetters = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** How many letters a code for the paper of a letter of transfer has, without the hyphens between its groups. */
export const claimCodeLength = 20;

/** A code without what stands between its letters, whatever case it was typed in. */
export function bareClaimCode(typed: string): string {
  return typed.toUpperCase().replaceAll(/[\s.–—-]/g, '');
}

/** What no code has among what was typed, each once. */
export function strangersInClaimCode(bare: string): string[] {
  return [...new Set(bare.normalize('NFC'))].filter((letter) => !claimCodeLetters.includes(letter));
}

/** Whether a code may read so. */
export function isClaimCode(bare: string): boolean {
  return bare.length === claimCodeLength && strangersInClaimCode(bare).length === 0;
}
