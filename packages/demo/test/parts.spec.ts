import { expect, test } from 'vitest';
import { demonstrationAccounts, demonstrationSupervisions } from '../src/index.ts';
import { Random } from '../src/chance/random.ts';
import { apportion, Weighted } from '../src/chance/weighted.ts';
import { slug } from '../src/names/slug.ts';
import { addMonths, ageOn, dateOf, dayOf } from '../src/time/calendar.ts';
import { termsInARow, termsSince } from '../src/tree/terms.ts';
import { provinces } from './demonstration.ts';

test.each([
  ['2020-02-29', 12, '2021-02-28'],
  ['2019-02-28', 12, '2020-02-28'],
  ['2020-08-31', -6, '2020-02-29'],
  ['2021-01-31', 1, '2021-02-28'],
  ['2021-12-15', 12, '2022-12-15'],
])('%s and %i months is %s', (from, months, to) => {
  expect(dateOf(addMonths(dayOf(from), months))).toBe(to);
});

test('age counts full years', () => {
  expect(ageOn(dayOf('2003-05-31'), dayOf('2021-05-30'))).toBe(17);
  expect(ageOn(dayOf('2003-05-31'), dayOf('2021-05-31'))).toBe(18);
  expect(dateOf(dayOf('1955-05-13'))).toBe('1955-05-13');
});

test('apportioned parts sum to the total and keep the least', () => {
  const parts = apportion(897, [3, 1, 4, 1, 5, 9, 2, 6], 50);
  expect(parts.reduce((a, b) => a + b, 0)).toBe(897);
  expect(Math.min(...parts)).toBeGreaterThanOrEqual(50);
  expect(() => apportion(7, [1, 1], 4)).toThrow('Cannot give');
});

test('weighted draws follow the weights', () => {
  const random = new Random('weights');
  const coin = new Weighted([['often', 9], ['never', 0], ['seldom', 1]]);
  const drawn = Map.groupBy(Array.from({ length: 5_000 }, () => coin.draw(random)), (item) => item);
  expect(drawn.has('never')).toBe(false);
  expect((drawn.get('often')?.length ?? 0) / 5_000).toBeCloseTo(0.9, 1);
});

test('slugs keep Latin letters and digits', () => {
  expect(slug('Đảng bộ xã Trà Nú – Thôn 3')).toBe('dang-bo-xa-tra-nu-thon-3');
});

test('a unit founded during a term begins with a first term of its own', () => {
  const terms = termsInARow(10, [['2015-10-14', '2015–2020'], ['2020-10-16', '2020–2025']]);
  expect(terms[0]?.endsOn).toBe('2020-10-15');
  expect(termsSince(terms, '1976-03-01')).toBe(terms);
  expect(termsSince(terms, '2023-04-14')).toEqual([{ ordinal: 1, label: '2023–2025', startsOn: '2023-04-14', endsOn: null }]);
});

test('every account’s unit exists', () => {
  const codes = new Set([...provinces.values()].flatMap(({ units }) => units.map(({ code }) => code)));
  expect(demonstrationAccounts).toHaveLength(15);
  for (const { grants } of demonstrationAccounts) for (const { unitCode } of grants) expect(codes).toContain(unitCode);
  const names = demonstrationAccounts.map(({ name }) => name);
  expect(demonstrationSupervisions).toHaveLength(15);
  for (const { account, unitCode, bodyCode } of demonstrationSupervisions) {
    expect(names).toContain(account);
    expect([...codes]).toEqual(expect.arrayContaining([unitCode, bodyCode]));
    expect(unitCode.startsWith(`${bodyCode}.`)).toBe(true);
  }
});
