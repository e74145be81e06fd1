import { expect, test } from 'vitest';
import { effectsOf, factKinds, type StockOfPeople } from './fact.ts';

const standing = [null, 'PROBATIONARY_MEMBERS', 'OFFICIAL_MEMBERS'] as const;

function written(kind: (typeof factKinds)[number], stock: StockOfPeople | null): string {
  return (effectsOf(kind, stock) ?? []).map(({ measure, delta, at }) => `${delta > 0 ? '+' : '-'}${measure}${at === 'UNIT' ? '' : ' there'}`).join(', ');
}

test.each([
  ['OPENING_OFFICIAL', null, '+OFFICIAL_MEMBERS'],
  ['OPENING_PROBATIONARY', null, '+PROBATIONARY_MEMBERS'],
  ['ADMITTED', null, '+ADMITTED, +PROBATIONARY_MEMBERS'],
  ['RECOGNISED', 'PROBATIONARY_MEMBERS', '+RECOGNISED, -PROBATIONARY_MEMBERS, +OFFICIAL_MEMBERS'],
  ['TRANSFERRED', 'OFFICIAL_MEMBERS', '+TRANSFERRED_OUT, -OFFICIAL_MEMBERS, +TRANSFERRED_IN there, +OFFICIAL_MEMBERS there'],
  ['TRANSFERRED', 'PROBATIONARY_MEMBERS', '+TRANSFERRED_OUT, -PROBATIONARY_MEMBERS, +TRANSFERRED_IN there, +PROBATIONARY_MEMBERS there'],
  ['REMOVED', 'PROBATIONARY_MEMBERS', '+REMOVED, -PROBATIONARY_MEMBERS'],
  ['EXPELLED', 'OFFICIAL_MEMBERS', '+EXPELLED, -OFFICIAL_MEMBERS'],
  ['EXPELLED', 'PROBATIONARY_MEMBERS', ''],
  ['LEFT', 'OFFICIAL_MEMBERS', '+LEFT, -OFFICIAL_MEMBERS'],
  ['DECEASED', 'OFFICIAL_MEMBERS', '+DECEASED, -OFFICIAL_MEMBERS'],
] as const)('%s of somebody who stands in %s posts %s', (kind, stock, expected) => {
  expect(written(kind, stock)).toBe(expected);
});

test('nobody stands in two stocks or below none, whatever happens', () => {
  for (const kind of factKinds) {
    for (const stock of standing) {
      const effects = effectsOf(kind, stock);
      if (!effects) continue;
      const change = (name: StockOfPeople) => effects.filter((effect) => effect.measure === name).reduce((sum, effect) => sum + effect.delta, stock === name ? 1 : 0);
      const after = [change('PROBATIONARY_MEMBERS'), change('OFFICIAL_MEMBERS')];
      expect(after.every((count) => count === 0 || count === 1)).toBe(true);
      expect(after[0]! + after[1]!).toBeLessThanOrEqual(1);
    }
  }
});
