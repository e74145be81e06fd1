import type { DemoFact, DemoPerson, DemoProvince, DemoUnit, IsoDate, PublishedFigure } from '../src/index.ts';

/** Which kinds are grassroots organisations, and which hold members. */
export const grassrootsKinds = ['COMMUNE_PARTY', 'GRASSROOTS_PARTY', 'GRASSROOTS_CELL'];
export const leafKinds = ['GRASSROOTS_CELL', 'CELL'];

/** First and last day of a period as the figures write it: a year or a range. */
export function daysOf(period: string): { from: IsoDate; to: IsoDate } {
  const [from, to] = period.split('/');
  if (from === undefined) throw new Error(`No period: ${period}`);
  return to === undefined ? { from: `${from}-01-01`, to: `${from}-12-31` } : { from, to };
}

/** Counts a figure again, by plain loops over facts and units. */
export function recount(province: DemoProvince, figure: PublishedFigure): number {
  const { from, to } = 'day' in figure.at ? { from: '0000-01-01', to: figure.at.day } : daysOf(figure.at.period);
  const unitsByCode = new Map(province.units.map((unit) => [unit.code, unit]));
  const inside = (code: string) => code === figure.unitCode || code.startsWith(`${figure.unitCode}.`);
  const stands = (unit: DemoUnit) => unit.foundedOn <= to && inside(unit.code) && figure.where.every(
    ({ dimension, key }) => dimension !== 'UNIT_TYPE' || unit.unitType === key,
  );
  const matches = (fact: DemoFact, unitCode: string) => figure.where.every(({ dimension, key }) => sliceOf(fact, unitsByCode.get(unitCode), dimension) === key);

  let total = 0;
  if (figure.measure === 'CHILDREN') {
    for (const unit of province.units) if (unit.parentCode === figure.unitCode && stands(unit) && unit.kind === (figure.childKind ?? unit.kind)) total++;
    return total;
  }
  if (figure.measure === 'UNITS' || figure.measure === 'UNITS_FOUNDED' || figure.measure === 'CELLS' || figure.measure === 'GRASSROOTS_ORGANISATIONS') {
    const kinds = { CELLS: leafKinds, GRASSROOTS_ORGANISATIONS: grassrootsKinds, UNITS: null, UNITS_FOUNDED: null }[figure.measure];
    for (const unit of province.units) if (stands(unit) && unit.foundedOn >= from && (kinds === null || kinds.includes(unit.kind))) total++;
    return total;
  }
  for (const fact of province.facts) {
    if (fact.reversedAt !== undefined || fact.occurredOn < from || fact.occurredOn > to) continue;
    if (figure.measure === 'MEMBERS') {
      for (const [unitCode, delta] of stockChanges(fact)) if (inside(unitCode) && matches(fact, unitCode)) total += delta;
    } else if (fact.kind === figure.measure && inside(fact.unitCode) && matches(fact, fact.unitCode)) total++;
  }
  return total / (figure.meanOverYears ?? 1);
}

/** What a fact does to the members of units. */
export function stockChanges(fact: DemoFact): (readonly [unitCode: string, delta: number])[] {
  switch (fact.kind) {
    case 'OPENING_OFFICIAL':
    case 'OPENING_PROBATIONARY':
    case 'ADMITTED':
      return [[fact.unitCode, 1]];
    case 'TRANSFERRED':
      return [[fact.unitCode, -1], [fact.toUnitCode ?? 'nowhere', 1]];
    case 'RECOGNISED':
      return [];
    case 'REMOVED':
    case 'EXPELLED':
    case 'LEFT':
    case 'DECEASED':
      return [[fact.unitCode, -1]];
  }
}

function sliceOf({ slices }: DemoFact, unit: DemoUnit | undefined, dimension: PublishedFigure['where'][number]['dimension']): string | undefined {
  return {
    GENDER: slices.gender,
    ETHNIC_MINORITY: slices.ethnicMinority,
    OCCUPATION: slices.occupation,
    ENTERPRISE_RELATION: slices.enterpriseRelation,
    UNIT_TYPE: unit?.unitType,
  }[dimension];
}

/** The facts of each person, in their order. */
export function storiesOf(province: DemoProvince): { person: DemoPerson; facts: DemoFact[] }[] {
  const stories = Map.groupBy(province.facts, ({ personKey }) => personKey);
  return province.people.map((person) => ({ person, facts: stories.get(person.key) ?? [] }));
}
