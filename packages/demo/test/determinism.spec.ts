import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { makeDemonstration, type DemoProvince } from '../src/index.ts';
import { makeQuangNam } from '../src/provinces/quang-nam.ts';
import { makeSongMau } from '../src/provinces/song-mau.ts';
import { provinceOf, provinces, today } from './demonstration.ts';

function digest({ units, people, candidates, facts, candidacies, letters, records }: DemoProvince): string {
  const hash = createHash('sha256');
  for (const record of [units, people, candidates, facts, candidacies, letters, records].flat()) hash.update(JSON.stringify(record));
  return hash.digest('hex');
}

test('made again, the provinces are the same, and another day moves only the present one', { timeout: 60_000 }, () => {
  const digests = (made: Iterable<DemoProvince>) => new Map(Array.from(made, (province) => [province.rootCode, digest(province)]));
  const once = digests(provinces.values());
  const later = digests(makeDemonstration('2026-03-16'));
  expect([...once.keys()].toSorted()).toEqual(['hai-phong', 'long-an', 'nam-dinh', 'quang-binh', 'quang-nam', 'song-mau']);
  expect([...once.keys()].filter((code) => later.get(code) !== once.get(code))).toEqual(['song-mau']);
  expect(digest(makeSongMau(today))).toBe(once.get('song-mau'));
});

test('neither the clock nor the platform’s chance is asked', () => {
  const random = Math.random;
  const now = Date.now;
  Math.random = () => expect.unreachable();
  Date.now = () => expect.unreachable();
  try {
    makeQuangNam();
    makeSongMau(today);
  } finally {
    Math.random = random;
    Date.now = now;
  }
});

test.each([
  '2021-06-01', '2024-02-29', '2025-06-30', '2026-01-01', '2026-11-23', '2028-12-31', '2033-07-04',
])('the present province can be made on %s', (today) => {
  const province = makeSongMau(today);
  const members = province.people.filter(({ leftOn }) => leftOn === null).length;
  expect(members).toBe(6_040);
  const latest = province.facts.reduce((last, { occurredOn }) => (occurredOn > last ? occurredOn : last), '');
  expect(latest < today).toBe(true);
  const lastStep = province.candidacies.reduce((last, { steps }) => (steps.at(-1)!.on > last ? steps.at(-1)!.on : last), '');
  expect(lastStep < today).toBe(true);
  expect(province.candidates.length).toBeGreaterThan(500);
  expect(province.units.every(({ foundedOn, names }) => foundedOn < today && names.every(({ from }) => from < today))).toBe(true);
});

test('a day before there is anything to tell is refused', () => {
  expect(() => makeSongMau('2021-02-01')).toThrow(RangeError);
});

test('late corrections: about thirty, each a reversed fact right before the right one', () => {
  const { facts } = provinceOf('song-mau');
  const reversed = facts.flatMap((fact, index) => (fact.reversedAt === undefined ? [] : [{ fact, right: facts[index + 1] }]));
  expect(reversed.length).toBeGreaterThanOrEqual(25);
  expect(reversed.length).toBeLessThanOrEqual(30);
  for (const { fact, right } of reversed) {
    expect(right?.personKey).toBe(fact.personKey);
    expect(right?.recordedAt).toBe(fact.reversedAt);
    expect((fact.reversedAt ?? '') > fact.recordedAt).toBe(true);
    const { recordedAt: _a, reversedAt: _b, ...before } = fact;
    const { recordedAt: _c, ...after } = right ?? fact;
    expect(before).not.toEqual(after);
  }
});
