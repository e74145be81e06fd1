import { expect, it } from 'vitest';
import { begin, carryOn, inForce } from './use-worksheet.ts';

type Data = Parameters<typeof inForce>[0];

function target(parts: Record<string, number | null>, reserve: number | null = null): Data {
  const worksheet = Object.entries(parts).map(([name, low]) => ({ unit: { id: name, code: name, name }, members: 10, weight: null, current: low === null ? null : { low, high: null }, note: null }));
  const allocation = reserve === null ? null : { number: 1, sumRule: 'WITH_RESERVE', reserve: { low: reserve, high: null } };
  // Of a target only what a worksheet is made of.
  return { kind: 'EXACT', low: 9, high: 9, draft: null, allocation, worksheet } as unknown as Data;
}

const lows = (rows: readonly { unit: string; low: string }[]) => Object.fromEntries(rows.map(({ unit, low }) => [unit, low]));

it('keeps what was typed over what was published meanwhile, and takes the rest', () => {
  const began = target({ A: 5, B: 5, C: null });
  const sheet = inForce(began);
  const typed = { ...sheet, rows: sheet.rows.map((row) => (row.unit === 'C' ? { ...row, low: '2' } : row)) };
  const now = target({ A: 4, B: 6, C: 1, D: 3 }, 2);
  const carried = carryOn(typed, began, now);
  expect(lows(carried.rows)).toEqual({ A: '4', B: '6', C: '2', D: '3' });
  expect(carried).toMatchObject({ rule: 'WITH_RESERVE', reserve: '2' });
});

it('keeps a locked number, a cleared cell and a rule that was chosen', () => {
  const began = target({ A: 5, B: 5 });
  const sheet = inForce(began);
  const typed = { ...sheet, rule: 'NOT_BELOW' as const, rows: sheet.rows.map((row) => (row.unit === 'A' ? { ...row, isLocked: true } : { ...row, low: '' })) };
  const carried = carryOn(typed, began, target({ A: 4, B: 6 }, 2));
  expect(lows(carried.rows)).toEqual({ A: '5', B: '' });
  expect(carried).toMatchObject({ rule: 'NOT_BELOW', reserve: '' });
});

it('begins with all for a single unit that has nothing yet, and with nothing for several', () => {
  expect(lows(begin(target({ A: null })).rows)).toEqual({ A: '9' });
  expect(lows(begin(target({ A: null, B: null })).rows)).toEqual({ A: '', B: '' });
  expect(lows(begin(target({ A: 4 }, 5)).rows)).toEqual({ A: '4' });
});
