import { describe, expect, it } from 'vitest';
import { imbalance } from './MovementCard.tsx';

describe('the members at the end', () => {
  const flows = [
    { measure: 'ADMITTED', sign: 1, value: 10 },
    { measure: 'DECEASED', sign: -1, value: 3 },
  ] as const;

  it('are those at the start plus increases less decreases', () => {
    expect(imbalance(100, 107, flows)).toBe(0);
    expect(imbalance(100, 105, flows)).toBe(2);
  });

  it('are not checked where a number is hidden', () => {
    expect(imbalance(100, 107, [{ measure: 'REMOVED', sign: -1, value: null }])).toBeNull();
    expect(imbalance(null, 107, flows)).toBeNull();
  });
});
