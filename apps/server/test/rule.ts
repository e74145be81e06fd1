import { describe } from 'vitest';

/** A text of the Party in which a rule was found, with its article or item; how it is known where no such text was read; or that it is the product's own. */
type Source =
  | `${'Điều lệ Đảng' | `QĐ ${string}-QĐ/TW` | `HD ${string}-HD/TW` | `HD ${string}-HD/BTCTW`}${string}`
  | 'theo nguồn thứ cấp'
  | 'hiểu biết chung'
  | 'quy ước của hệ thống';

/** A rule of the rulebook: what it says, where it stands, and the tests that hold it. */
export function rule(says: string, source: Source, tests: () => void): void {
  describe(`${says} (${source})`, () => {
    tests();
  });
}
