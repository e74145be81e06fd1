// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from 'vitest';
import { clearPeriodHint, readPeriodHint, writePeriodHint } from './period-hint.ts';

describe('the hint for the next visit', () => {
  beforeEach(() => localStorage.clear());

  it('is read as it was written', () => {
    writePeriodHint({ today: '2024-06-30', role: 'BOARD' });
    expect(readPeriodHint()).toEqual({ today: '2024-06-30', role: 'BOARD' });
  });

  it.each(['', '2024-06-30', '2024-06-31 BOARD', '2024-06-30 KING', 'BOARD 2024-06-30'])('is not %j', (text) => {
    localStorage.setItem('banyan.period-hint', text);
    expect(readPeriodHint()).toBeNull();
  });

  it('is gone after signing out', () => {
    writePeriodHint({ today: '2024-06-30', role: 'BOARD' });
    clearPeriodHint();
    expect(localStorage.length).toBe(0);
  });
});
