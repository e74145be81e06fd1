import { describe, expect, it } from 'vitest';
import { busiestWeek, daysAfter, sumOf, weeksFrom, weeksOfDays } from './weeks.ts';

describe('the weeks ahead', () => {
  it('follow each other without a gap, the first with today', () => {
    const weeks = weeksFrom('2026-11-26', 6);
    expect(weeks[0]).toEqual({ from: '2026-11-26', to: '2026-12-03' });
    expect(weeks[1]).toEqual({ from: '2026-12-04', to: '2026-12-10' });
    expect(weeks.at(-1)).toEqual({ from: '2027-01-01', to: '2027-01-07' });
    for (const [index, week] of weeks.entries()) {
      const next = weeks[index + 1];
      if (next !== undefined) expect(daysAfter(week.to, 1)).toBe(next.from);
    }
  });

  it('cross the end of February', () => {
    expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
    expect(daysAfter('2027-02-28', 1)).toBe('2027-03-01');
  });

  it('hold what runs out on their days, and nothing of other days', () => {
    const days = [['2026-11-25', 9], ['2026-11-26', 1], ['2026-12-03', 2], ['2026-12-04', 4], ['2026-12-11', 9]].map(([day, count]) => ({ day: String(day), count: Number(count) }));
    expect(weeksOfDays('2026-11-26', 2, days).map(({ count }) => count)).toEqual([3, 4]);
  });

  it('have a busiest one, the earlier of equals, and none where nothing is due', () => {
    const weeks = weeksFrom('2026-11-26', 3).map((week, index) => ({ ...week, count: [2, 5, 5][index] ?? 0 }));
    expect(busiestWeek(weeks)?.from).toBe('2026-12-04');
    expect(sumOf(weeks)).toBe(12);
    expect(busiestWeek(weeks.map((week) => ({ ...week, count: 0 })))).toBeNull();
  });
});
