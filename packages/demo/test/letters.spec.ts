import { expect, test } from 'vitest';
import type { DemoLetter } from '../src/index.ts';
import { provinceOf, provinces, today } from './demonstration.ts';

const { letters, people, facts, units } = provinceOf('song-mau');
const isOpen = ({ state, kind }: DemoLetter) => state === 'ISSUED' || (state === 'ACCEPTED' && kind === 'TEMPORARY');

test('letters are of the province that lives in the present, of every sort, and nobody has two that are open', () => {
  expect([...provinces.values()].filter(({ rootCode }) => rootCode !== 'song-mau').flatMap((province) => province.letters)).toEqual([]);
  const sorts = new Set(letters.map(({ kind, state }) => `${kind} ${state}`));
  for (const sort of ['OFFICIAL ISSUED', 'OFFICIAL ACCEPTED', 'OFFICIAL CANCELLED', 'INTERNAL ISSUED', 'INTERNAL ACCEPTED', 'TEMPORARY ISSUED', 'TEMPORARY ACCEPTED', 'TEMPORARY ENDED']) expect(sorts, sort).toContain(sort);
  const open = letters.filter(isOpen).map(({ personKey }) => personKey);
  expect(new Set(open).size).toBe(open.length);
  // Ten weeks ago: whatever the holidays, that was to be presented by now.
  expect(letters.filter(({ state, issuedOn }) => state === 'ISSUED' && issuedOn <= '2026-01-02').length).toBeGreaterThan(2);
});

test('what was accepted for good is a transfer of the ledger, to the day; all else leaves the person where they are', () => {
  const home = new Map(people.map(({ key, unitCode, leftOn }) => [key, leftOn === null ? unitCode : null]));
  const moved = new Map(facts.filter(({ kind, reversedAt }) => kind === 'TRANSFERRED' && reversedAt === undefined).map((fact) => [fact.personKey, fact]));
  for (const letter of letters) {
    if (letter.state === 'ACCEPTED' && letter.kind !== 'TEMPORARY') {
      expect(moved.get(letter.personKey)).toMatchObject({ unitCode: letter.fromCode, toUnitCode: letter.toCode, occurredOn: letter.acceptedOn });
    } else {
      expect(home.get(letter.personKey)).toBe(letter.fromCode);
    }
  }
});

test('days follow each other and none is to come; what stays inside one organisation has no number', () => {
  const parents = new Map(units.map(({ code, parentCode }) => [code, parentCode]));
  for (const { kind, fromCode, toCode, letterNumber, issuedOn, movedOn, acceptedOn, endedOn } of letters) {
    const days = [movedOn ?? issuedOn, issuedOn, acceptedOn ?? issuedOn, endedOn ?? acceptedOn ?? issuedOn, today];
    expect(days).toEqual(days.toSorted());
    expect(letterNumber === null).toBe(kind === 'INTERNAL');
    expect(fromCode).not.toBe(toCode);
    if (kind === 'INTERNAL') expect(parents.get(fromCode)).toBe(parents.get(toCode ?? ''));
  }
});
