import { sliceKeys, unitKinds } from '@banyan/schema/enums';
import { describe, expect, test } from 'vitest';
import { makeDemonstration, type DemoFact, type DemoPerson, type DemoProvince } from '../src/index.ts';
import { leafKinds, stockChanges, storiesOf } from './recount.ts';

const today = '2026-03-15';
const provinces = [...makeDemonstration(today)];
const openings = ['OPENING_OFFICIAL', 'OPENING_PROBATIONARY', 'ADMITTED'];
const exits = ['REMOVED', 'EXPELLED', 'LEFT', 'DECEASED'];

const keysOf = {
  GENDER: ({ slices }: DemoFact) => slices.gender,
  AGE_BAND: ({ slices }: DemoFact) => slices.ageBand,
  ETHNIC_MINORITY: ({ slices }: DemoFact) => slices.ethnicMinority,
  RELIGION: ({ slices }: DemoFact) => slices.religion,
  YOUTH_UNION: ({ slices }: DemoFact) => slices.youthUnion,
  OCCUPATION: ({ slices }: DemoFact) => slices.occupation,
  ENTERPRISE_RELATION: ({ slices }: DemoFact) => slices.enterpriseRelation,
  EDUCATION: ({ slices }: DemoFact) => slices.education,
};

/** A first complaint instead of a million assertions. */
function firstOf<T>(items: Iterable<T>, isWrong: (item: T) => boolean): T | undefined {
  for (const item of items) if (isWrong(item)) return item;
  return undefined;
}

/** Twelve calendar months later, reckoned on the parts of the date. */
function yearLater(date: string): string {
  const year = Number(date.slice(0, 4)) + 1;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return date.endsWith('-02-29') && !isLeap ? `${year}-02-28` : `${year}${date.slice(4)}`;
}

function age(birthDate: string, day: string): number {
  return Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4)) - (day.slice(5) < birthDate.slice(5) ? 1 : 0);
}

function ageBand(years: number): string {
  return ['AGE_18_30', 'AGE_31_40', 'AGE_41_50', 'AGE_51_60', 'AGE_OVER_60'][[30, 40, 50, 60, 200].findIndex((last) => years <= last)]!;
}

const daysBetween = (from: string, to: string) => (Date.parse(to.slice(0, 10)) - Date.parse(from)) / 86_400_000;
const standing = (facts: readonly DemoFact[]) => facts.filter(({ reversedAt }) => reversedAt === undefined);

describe.each(provinces.map((province) => ({ code: province.rootCode, province })))('$code', ({ province }) => {
  const units = new Map(province.units.map((unit) => [unit.code, unit]));
  const lastDay = province.lastDataOn ?? today;
  const stories = storiesOf(province);

  test('units are parents first, unique, of known kinds and types, and named from the day they were founded', () => {
    const seen = new Set<string | null>([null]);
    const wrong = firstOf(province.units, (unit) => {
      const parent = unit.parentCode === null ? undefined : units.get(unit.parentCode);
      const isRight =
        seen.has(unit.parentCode) && !seen.has(unit.code) && /^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(unit.code) &&
        unit.code.slice(0, unit.code.lastIndexOf('.')) === (unit.parentCode ?? unit.code.slice(0, -1)) &&
        (unitKinds as readonly string[]).includes(unit.kind) && (sliceKeys.UNIT_TYPE as readonly string[]).includes(unit.unitType) &&
        unit.areas.length > 0 && unit.areas.every((area) => (sliceKeys.AREA as readonly string[]).includes(area)) &&
        unit.names[0]?.from === unit.foundedOn && unit.names.every(
          ({ name, from }, n) => name.length > 0 && (n === 0 || from > unit.names[n - 1]!.from) && from <= lastDay,
        ) &&
        unit.foundedOn <= lastDay && (parent === undefined || parent.foundedOn <= unit.foundedOn) && isSoonAfter(unit.foundedOn, unit.recordedAt);
      seen.add(unit.code);
      return !isRight;
    });
    expect(wrong).toBeUndefined();
    expect(province.units[0]?.code).toBe(province.rootCode);
    expect(firstOf(province.units, ({ parentCode }) => parentCode !== null && leafKinds.includes(units.get(parentCode)!.kind))).toBeUndefined();
  });

  test('kinds hang where the configuration allows', () => {
    const upper = province.configuration === 'DISTRICT_TIER'
      ? ['DISTRICT_PARTY', 'BLOC_PARTY', 'MILITARY_PARTY', 'POLICE_PARTY', 'BORDER_PARTY']
      : ['NEW_COMMUNE_PARTY', 'PROV_PARTY_AGENCIES', 'PROV_GOV_PARTY', 'MILITARY_PARTY', 'POLICE_PARTY'];
    const allowed: Record<string, readonly string[]> = {
      PROVINCIAL_PARTY: upper,
      ...Object.fromEntries(upper.map((kind) => [kind, ['GRASSROOTS_PARTY', 'GRASSROOTS_CELL']])),
      DISTRICT_PARTY: ['COMMUNE_PARTY', 'GRASSROOTS_PARTY', 'GRASSROOTS_CELL'],
      COMMUNE_PARTY: ['CELL'],
      GRASSROOTS_PARTY: ['CELL'],
    };
    const wrong = firstOf(province.units, ({ kind, parentCode }) =>
      parentCode === null ? kind !== 'PROVINCIAL_PARTY' : !(allowed[units.get(parentCode)!.kind] ?? []).includes(kind));
    expect(wrong).toBeUndefined();
    const names = province.units.map(({ parentCode, names }) => `${parentCode} ${names.at(-1)?.name}`);
    expect(firstOf(names, (name) => names.indexOf(name) !== names.lastIndexOf(name))).toBeUndefined();
  });

  test('every unit has terms, in order and without overlap', () => {
    const wrong = firstOf(province.units, ({ terms, foundedOn }) =>
      terms.length === 0 || (terms[0]!.startsOn < foundedOn) || terms.at(-1)!.endsOn !== null ||
      terms.some((term, n) => term.ordinal < 1 || (n > 0 && (terms[n - 1]!.endsOn ?? '9999') >= term.startsOn)));
    expect(wrong).toBeUndefined();
  });

  test('facts stay inside the records and were recorded one to twenty days later, corrections months later', () => {
    const wrong = firstOf(province.facts, (fact) => {
      const founded = units.get(fact.unitCode)?.foundedOn ?? '9999';
      const { toUnitCode } = fact;
      const isBeforeReceiver = toUnitCode !== undefined && fact.occurredOn < units.get(toUnitCode)!.foundedOn;
      const isAfterAll = fact.occurredOn > lastDay || fact.occurredOn < founded || isBeforeReceiver;
      const isCorrection = province.facts.length > 0 && daysBetween(fact.occurredOn, fact.recordedAt) > 60;
      const isRecordedWell = isCorrection ? province.rootCode === 'song-mau' : isSoonAfter(fact.occurredOn, fact.recordedAt);
      return isAfterAll || (toUnitCode !== undefined) !== (fact.kind === 'TRANSFERRED') || !isRecordedWell;
    });
    expect(wrong).toBeUndefined();
    const isOfTheFuture = ({ recordedAt, reversedAt = '' }: DemoFact) => recordedAt.slice(0, 10) >= today || reversedAt.slice(0, 10) >= today;
    expect(firstOf(province.facts, (fact) => province.lastDataOn === null && isOfTheFuture(fact))).toBeUndefined();
  });

  test('each person opens or is admitted once, is a member of one unit at a time, and ends where the facts say', () => {
    expect(firstOf(stories, ({ person, facts }) => !isOneStory(person, standing(facts)))).toBeUndefined();
    expect(new Set(province.people.map(({ key }) => key)).size).toBe(province.people.length);
    expect(stories.reduce((sum, { facts }) => sum + facts.length, 0)).toBe(province.facts.length);
  });

  test('no unit ever has fewer than no members, and only leaves hold any', () => {
    const stock = new Map<string, number>();
    const changes = standing(province.facts).flatMap((fact) => stockChanges(fact).map(([unitCode, delta]) => ({ day: fact.occurredOn, unitCode, delta })));
    changes.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : b.delta - a.delta));
    const wrong = firstOf(changes, ({ unitCode, delta }) => {
      const left = (stock.get(unitCode) ?? 0) + delta;
      stock.set(unitCode, left);
      return left < 0 || !leafKinds.includes(units.get(unitCode)!.kind);
    });
    expect(wrong).toBeUndefined();
    expect(province.units.filter(({ kind }) => leafKinds.includes(kind)).every(({ code }) => (stock.get(code) ?? 0) >= 3)).toBe(true);
  });

  test('dates of admission and recognition fit: 18 years, decision before ceremony, official after 12 calendar months', () => {
    expect(firstOf(province.people, (person) => !hasFittingDates(person, lastDay))).toBeUndefined();
    const wrong = firstOf(stories, ({ person, facts }) => {
      const recognised = facts.find(({ kind }) => kind === 'RECOGNISED');
      const dueOn = person.ceremonyOn === null ? null : yearLater(person.ceremonyOn);
      const isDue = dueOn !== null && dueOn <= lastFactDay(province) && (person.leftOn === null || dueOn < person.leftOn);
      // In the province of the present some recognitions are still to come.
      const isLeftToDo = province.lastDataOn === null && recognised === undefined && dueOn !== null && daysBetween(dueOn, today) <= 90;
      const isTooEarly = recognised !== undefined && recognised.recordedAt.slice(0, 10) < (person.recognitionDecidedOn ?? '9999');
      return (recognised?.occurredOn ?? null) !== person.officialOn || (isDue && !isLeftToDo) !== (recognised !== undefined) || isTooEarly;
    });
    expect(wrong).toBeUndefined();
  });

  test('slices are of the closed lists, agree with the person, and stay the same through a story', () => {
    expect(
      firstOf(
        stories,
        ({ person, facts }) => !standing(facts).every(({ slices }) => slices === standing(facts)[0]!.slices) || !agree(person, standing(facts)[0]!),
      ),
    ).toBeUndefined();
    for (const [dimension, keyOf] of Object.entries(keysOf)) {
      const known: readonly string[] = sliceKeys[dimension as keyof typeof keysOf];
      expect(firstOf(province.facts, (fact) => !known.includes(keyOf(fact)))).toBeUndefined();
    }
  });

  test('a small share of each slice is unknown', () => {
    const { GENDER: _gender, AGE_BAND: _ageBand, ...others } = keysOf;
    for (const keyOf of Object.values(others)) {
      const unknown = province.facts.filter((fact) => keyOf(fact) === 'UNKNOWN').length / province.facts.length;
      expect(unknown).toBeGreaterThan(0);
      expect(unknown).toBeLessThan(0.04);
    }
  });
});

function isSoonAfter(day: string, instant: string): boolean {
  const days = daysBetween(day, instant);
  return days >= 1 && days <= 20 && /^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000Z$/.test(instant);
}

function lastFactDay(province: DemoProvince): string {
  return province.lastDataOn ?? new Date(Date.parse(today) - 2 * 86_400_000).toISOString().slice(0, 10);
}

function isOneStory(person: DemoPerson, facts: readonly DemoFact[]): boolean {
  let unitCode: string | null = null;
  let last = '';
  for (const [n, fact] of facts.entries()) {
    if (openings.includes(fact.kind) !== (n === 0) || fact.occurredOn <= last) return false;
    if (n > 0 && fact.unitCode !== unitCode) return false;
    if (exits.includes(fact.kind) && (n !== facts.length - 1 || person.leftOn !== fact.occurredOn)) return false;
    if (fact.kind === 'EXPELLED' && facts[0]!.kind !== 'OPENING_OFFICIAL' && !facts.some(({ kind }) => kind === 'RECOGNISED')) return false;
    unitCode = fact.toUnitCode ?? fact.unitCode;
    last = fact.occurredOn;
  }
  return facts.length > 0 && person.unitCode === unitCode && (person.leftOn === null) === !exits.includes(facts.at(-1)!.kind);
}

function hasFittingDates(person: DemoPerson, lastDay: string): boolean {
  const { admissionDecidedOn, birthDate, ceremonyOn, officialOn, recognitionDecidedOn } = person;
  if (ceremonyOn === null) {
    const isOldEnough = birthDate < `${Number(lastDay.slice(0, 4)) - 18}`;
    return admissionDecidedOn === null && officialOn === null && recognitionDecidedOn === null && isOldEnough;
  }
  const years = age(birthDate, ceremonyOn);
  return years >= 18 && years <= 60 && admissionDecidedOn !== null && admissionDecidedOn < ceremonyOn &&
    (officialOn === null || officialOn === yearLater(ceremonyOn)) && (officialOn === null) === (recognitionDecidedOn === null) &&
    (officialOn === null || officialOn <= (recognitionDecidedOn ?? '')) &&
    (recognitionDecidedOn ?? '') <= lastDay;
}

function agree(person: DemoPerson, first: DemoFact): boolean {
  const { slices } = first;
  const expectedBand = person.ceremonyOn === null ? 'UNKNOWN' : ageBand(age(person.birthDate, person.ceremonyOn));
  return slices.gender === person.gender && slices.ageBand === expectedBand && (slices.ageBand === 'UNKNOWN') === (first.kind === 'OPENING_OFFICIAL') &&
    (slices.ethnicMinority === 'YES') === (person.ethnicGroup !== '01') && (slices.religion === 'YES') === (person.religion !== 'NONE') &&
    (slices.youthUnion === 'YES') === person.youthUnion && slices.occupation === person.occupation && slices.enterpriseRelation === person.enterpriseRelation &&
    slices.education === person.education;
}
