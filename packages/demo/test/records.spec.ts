import { expect, test } from 'vitest';
import { provinceOf, provinces, today } from './demonstration.ts';

const documents = [...provinces.values()].flatMap(({ records }) => records.documents);
const { records, units } = provinceOf('song-mau');

test('the published documents are in their registers, the plan with the day that is printed', () => {
  const day = (number: string) => documents.find((document) => document.number === number)?.issuedOn;
  expect(['28-NQ/TU', '35-CT/TU', '22-CT/TU', '42-CT/TU', '6a'].map((number) => documents.some((document) => document.number === number))).toEqual([true, true, true, true, true]);
  expect([day('28-CT/TW'), day('108-KH/TU')]).toEqual(['2019-01-21', '2014-04-23']);
});

test('what a document implements and a plan follows stands before it', () => {
  for (const { records: kept } of provinces.values()) {
    const keys = kept.documents.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const [index, { implementsKey }] of kept.documents.entries()) if (implementsKey !== null) expect(keys.slice(0, index)).toContain(implementsKey);
    const planned = kept.plans.map(({ unitCode }) => unitCode);
    expect(new Set(planned).size).toBe(planned.length);
    for (const [index, { parentCode }] of kept.plans.entries()) if (parentCode !== null) expect(planned.slice(0, index)).toContain(parentCode);
  }
});

test('nothing happened in days to come, and everything is of a unit that is there', () => {
  const codes = new Set(units.map(({ code }) => code));
  for (const { unitCode } of [...records.documents, ...records.plans, ...records.obstacles, ...records.inspections, ...records.reminders]) expect(codes).toContain(unitCode);
  const days = [...records.documents.map(({ issuedOn }) => issuedOn), ...records.plans.flatMap(({ items }) => items.map(({ doneOn }) => doneOn)), ...records.obstacles.flatMap(({ raisedOn, resolvedOn }) => [raisedOn, resolvedOn]), ...records.inspections.map(({ on }) => on), ...records.reminders.flatMap(({ on, repliedOn }) => [on, repliedOn])];
  for (const day of days) if (day !== null) expect(day < today).toBe(true);
});

test('there is something overdue to be followed up, for the accounts too', () => {
  const cell = 'song-mau.xa-an-kieu.thon-1';
  expect(records.plans.some(({ unitCode, items }) => unitCode === cell && items.length > 0)).toBe(true);
  expect(records.reminders.some(({ unitCode, answerUntil, repliedOn }) => unitCode === cell && repliedOn === null && answerUntil < today)).toBe(true);
  expect(records.obstacles.filter(({ resolvedOn, dueOn }) => resolvedOn === null && dueOn < today).length).toBeGreaterThan(0);
  expect(records.plans.flatMap(({ items }) => items).filter(({ doneOn, dueOn }) => doneOn === null && dueOn < today).length).toBeGreaterThan(0);
});

test('most hamlets of the communes have a cell of their own; some share one, have none, or no member', () => {
  const { localities } = records;
  const named = new Set(localities.map(({ unitCode, name }) => `${unitCode} ${name}`));
  expect(named.size).toBe(localities.length);
  for (const { since, ...days } of localities) for (const day of [days.ownCellSince, days.sharedCellSince, days.memberSince]) if (day !== null) expect(day >= since && day < today).toBe(true);
  const without = localities.filter(({ ownCellSince }) => ownCellSince === null);
  expect(without.length / localities.length).toBeGreaterThan(0.03);
  expect(without.length / localities.length).toBeLessThan(0.15);
  expect(Math.min(...[without.filter(({ sharedCellSince }) => sharedCellSince !== null), without.filter(({ sharedCellSince }) => sharedCellSince === null), without.filter(({ memberSince }) => memberSince === null)].map(({ length }) => length))).toBeGreaterThan(1);
  // Trà Nú: its four hamlets with a cell, and others.
  const traNu = provinceOf('quang-nam').records.localities.filter(({ unitCode }) => unitCode === 'quang-nam.bac-tra-my.tra-nu');
  expect(traNu.filter(({ ownCellSince }) => ownCellSince !== null)).toHaveLength(4);
  expect(traNu.length).toBeGreaterThan(5);
});
