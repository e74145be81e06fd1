import { expect, test } from 'vitest';
import { publishedFigures } from '../src/index.ts';
import { provinceOf } from './demonstration.ts';
import { recount } from './recount.ts';

test.each(
  publishedFigures.map((figure) => ({ figure, title: `${figure.unitCode}: ${figure.what}, ${Object.values(figure.at).join('')}` })),
)('$title', ({ figure }) => {
  const value = recount(provinceOf(figure.unitCode), figure);
  expect(value).toBeGreaterThanOrEqual(figure.expected.low);
  expect(value).toBeLessThanOrEqual(figure.expected.high);
});

test('no figure is stated twice', () => {
  const asked = publishedFigures.map(({ expected: _expected, what: _what, ...question }) => JSON.stringify(question));
  expect(new Set(asked).size).toBe(publishedFigures.length);
});

test('organisations in non-state enterprises are leaves, and the shapes of the published provinces hold', () => {
  const longAn = provinceOf('long-an');
  const parents = new Set(longAn.units.map(({ parentCode }) => parentCode));
  expect(longAn.units.filter(({ unitType, code }) => unitType === 'NON_STATE_ENTERPRISE' && parents.has(code))).toEqual([]);
  expect(longAn.units.find(({ code }) => code === 'long-an.can-duoc')?.kind).toBe('DISTRICT_PARTY');
  expect(longAn.units[0]?.terms.at(-1)).toEqual({ ordinal: 11, label: '2020–2025', startsOn: '2020-10-16', endsOn: null });
  expect(provinceOf('quang-binh').units.find(({ code }) => code === 'quang-binh.khoi-co-quan')?.kind).toBe('BLOC_PARTY');
});

test('all admitted to a non-state enterprise have a relation to it, and owners are admitted nowhere else', () => {
  const longAn = provinceOf('long-an');
  const nonState = new Set(longAn.units.filter(({ unitType }) => unitType === 'NON_STATE_ENTERPRISE').map(({ code }) => code));
  const admitted = longAn.facts.filter(({ kind }) => kind === 'ADMITTED');
  const there = admitted.filter(({ unitCode }) => nonState.has(unitCode)).map(({ slices }) => slices.enterpriseRelation);
  const elsewhere = admitted.filter(({ unitCode }) => !nonState.has(unitCode)).map(({ slices }) => slices.enterpriseRelation);
  expect(new Set(there)).toEqual(new Set(['OWNER', 'MANAGER', 'WORKER']));
  expect(elsewhere).not.toContain('OWNER');
});

test('the commune of 125 had 117 members when its year began', () => {
  const question = {
    unitCode: 'quang-nam.bac-tra-my.tra-nu',
    measure: 'MEMBERS',
    what: '',
    at: { day: '2020-12-31' },
    where: [],
    expected: { low: 117, high: 117 },
  } as const;
  expect(recount(provinceOf('quang-nam'), question)).toBe(117);
});

test('the present province has about 6,000 members, 12 communes, and admissions in every month', () => {
  const songMau = provinceOf('song-mau');
  expect(songMau.units.filter(({ kind }) => kind === 'NEW_COMMUNE_PARTY')).toHaveLength(12);
  const members = songMau.people.filter(({ leftOn }) => leftOn === null).length;
  expect(members).toBeGreaterThan(5_900);
  expect(members).toBeLessThan(6_100);
  const months = new Set(songMau.facts.filter(({ kind }) => kind === 'ADMITTED').map(({ occurredOn }) => occurredOn.slice(0, 7)));
  for (let year = 2021; year <= 2026; year++) {
    for (let month = 1; month <= (year === 2026 ? 3 : 12); month++) expect(months).toContain(`${year}-${String(month).padStart(2, '0')}`);
  }
  const kinds = Map.groupBy(songMau.facts, ({ kind }) => kind);
  for (const kind of ['RECOGNISED', 'TRANSFERRED', 'DECEASED', 'REMOVED', 'LEFT', 'EXPELLED'] as const) expect(kinds.get(kind)?.length ?? 0).toBeGreaterThan(0);
});
