import { describe, expect, test } from 'vitest';
import type { DemoCandidacy, DemoPerson, DemoStep } from '../src/index.ts';
import { provinceOf, provinces, today } from './demonstration.ts';
import { leafKinds } from './recount.ts';

const dayOf = ({ steps }: DemoCandidacy, wanted: DemoStep['step']) => steps.find(({ step }) => step === wanted)?.on ?? null;
const exits: readonly DemoStep['step'][] = ['REMOVED', 'EXPELLED', 'LEFT_BY_REQUEST', 'DECEASED', 'ADMISSION_ANNULLED'];

describe.each(Array.from(provinces.values(), (province) => ({ code: province.rootCode, province })))('candidacies of $code', ({ province }) => {
  const { units, people, candidates, facts, candidacies } = province;
  const everybody = new Map([...people, ...candidates].map((person) => [person.key, person]));
  const kinds = new Map(units.map(({ code, kind }) => [code, kind]));
  const personOf = ({ personKey }: DemoCandidacy): DemoPerson => everybody.get(personKey)!;
  const moved = new Set(facts.filter(({ kind }) => kind === 'TRANSFERRED').map(({ personKey }) => personKey));

  test('are one for everybody who was admitted in the records and for every candidate, and for nobody else', () => {
    const expected = new Set([...facts.filter(({ kind }) => kind === 'ADMITTED').map(({ personKey }) => personKey), ...candidates.map(({ key }) => key)]);
    expect(candidacies.length).toBe(expected.size);
    expect(candidacies.filter(({ personKey }) => !expected.delete(personKey))).toEqual([]);
  });

  test('go from the source on, never back in time, and end with the records', () => {
    const lastDay = province.lastDataOn ?? today;
    const wrong = candidacies.find(({ steps }) =>
      steps[0]?.step !== 'IDENTIFIED' || steps.some(({ on }, n) => n > 0 && on < steps[n - 1]!.on) || steps.at(-1)!.on > lastDay);
    expect(wrong).toBeUndefined();
  });

  test('tell the days that the person has', () => {
    const wrong = candidacies.find((candidacy) => {
      const person = personOf(candidacy);
      const left = candidacy.steps.find(({ step }) => exits.includes(step))?.on ?? null;
      return dayOf(candidacy, 'ADMISSION_DECIDED') !== person.admissionDecidedOn || dayOf(candidacy, 'CEREMONY_HELD') !== person.ceremonyOn ||
        dayOf(candidacy, 'RECOGNISED') !== person.recognitionDecidedOn || left !== person.leftOn;
    });
    expect(wrong).toBeUndefined();
  });

  test('pass a committee where there is one, and nowhere else', () => {
    const wrong = candidacies.find((candidacy) => {
      if (moved.has(candidacy.personKey)) return false;
      const isCell = kinds.get(personOf(candidacy).unitCode) === 'CELL';
      const isThrough = (above: DemoStep['step'], committee: DemoStep['step']) =>
        dayOf(candidacy, above) !== null && (dayOf(candidacy, committee) !== null) !== isCell;
      return isThrough('SUBMITTED', 'COMMITTEE_PROPOSED') || isThrough('RECOGNISED', 'RECOGNITION_SUBMITTED');
    });
    expect(wrong).toBeUndefined();
  });

  test('leave candidates at units that hold members, as no members', () => {
    const wrong = candidates.find(({ unitCode, ceremonyOn, officialOn, leftOn }) =>
      !leafKinds.includes(kinds.get(unitCode) ?? '') || ceremonyOn !== null || officialOn !== null || leftOn !== null);
    expect(wrong).toBeUndefined();
    const keys = new Set(candidates.map(({ key }) => key));
    expect(facts.find(({ personKey }) => keys.has(personKey))).toBeUndefined();
    expect(new Set([...people, ...candidates].map(({ key }) => key)).size).toBe(people.length + candidates.length);
  });

  test('have participants of their own unit, an introduction of each introducer and every other paper once, none from the future', () => {
    const wrong = candidacies.find((candidacy) => {
      const { papers, participants } = candidacy;
      const isStrange = participants.some(({ memberKey, organisation, from }) => {
        const member = memberKey === undefined ? undefined : everybody.get(memberKey);
        const isOfUnit = member !== undefined && member.unitCode === personOf(candidacy).unitCode && member.leftOn === null && member.ceremonyOn === null;
        return from > today || (memberKey === undefined) === (organisation === undefined) || (memberKey !== undefined && !isOfUnit);
      });
      return isStrange || papers.some(({ madeOn }) => madeOn >= today) || new Set(papers.map(({ kind, body }) => `${kind} ${kind === 'MEMBER_INTRODUCTION' ? body : ''}`)).size !== papers.length;
    });
    expect(wrong).toBeUndefined();
  });
});

test('the present province has several papers in a file, some of them asked for, and two introducers with a member among them', () => {
  const { candidacies } = provinceOf('song-mau');
  const open = candidacies.filter((candidacy) => candidacy.participants.length > 0 && dayOf(candidacy, 'CELL_PROPOSED') !== null);
  expect(open.length).toBeGreaterThan(150);
  for (const { participants, papers } of open) {
    const introducers = participants.filter(({ kind }) => kind === 'INTRODUCER');
    expect(introducers).toHaveLength(2);
    expect(introducers.some(({ memberKey }) => memberKey !== undefined)).toBe(true);
    expect(papers.length).toBeGreaterThan(4);
  }
  expect(candidacies.flatMap(({ papers }) => papers).filter(({ isThere }) => !isThere).length).toBeGreaterThan(10);
});
