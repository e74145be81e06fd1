import { describe, expect, it } from 'vitest';
import { readTypedDate } from './period-dates.ts';

describe('a typed day', () => {
  it.each(['5/9/2001', '05-09-2001', '5.9.2001', '05092001', '5 tháng 9 2001', 'ngày 5 tháng 9 năm 2001', ' 05/09/2001 '])(
    '%j is 05/09/2001',
    (text) => {
      expect(readTypedDate(text)).toBe('2001-09-05');
    },
  );

  it.each(['31/02/1999', '', '2001', '5/9', '5/9/01', 'hôm nay'])('%j is no day', (text) => {
    expect(readTypedDate(text)).toBeNull();
  });
});
