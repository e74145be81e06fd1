interface ChangeWords {
  readonly more: (difference: string) => string;
  readonly fewer: (difference: string) => string;
  readonly same: string;
}

/** A difference in words: `tăng 12`, `giảm 3`, `không đổi`. */
export function changeWords(difference: number, words: ChangeWords, integer: (value: number) => string): string {
  if (difference === 0) return words.same;
  return difference > 0 ? words.more(integer(difference)) : words.fewer(integer(-difference));
}
