import type { DemoFact, DemoPerson, DemoProvince, DemoSlices } from '@banyan/demo';
import { write, type Cell, type Written } from './copy.ts';
import { writeCandidacies, type Rules } from './load-demo-candidacies.ts';
import { ProvinceIds } from './load-demo-ids.ts';
import { writeLetters } from './load-demo-letters.ts';
import { writeTargets } from './load-demo-targets.ts';
import { uuidv7 } from './uuid.ts';

/** What a province has beside its units, written out for the connections that load it. */
export interface WrittenHalves {
  readonly people: readonly Written[];
  readonly ledger: readonly Written[];
}

/** The stock that a person is in after each fact: an exit or a transfer lowers the one that was raised. */
function* factRows(facts: readonly DemoFact[], ids: ProvinceIds, slices: Map<DemoSlices, number>): Generator<readonly Cell[]> {
  let person = '';
  let state = '';
  for (const fact of facts) {
    if (fact.personKey !== person) {
      person = fact.personKey;
      state = '';
    }
    const slice = slices.get(fact.slices) ?? slices.size + 1;
    slices.set(fact.slices, slice);
    yield [
      ids.fact(fact), fact.reversedAt === undefined ? null : uuidv7(), fact.kind, ids.person(fact.personKey), fact.unitCode, fact.toUnitCode, fact.occurredOn, fact.recordedAt, fact.reversedAt, slice, state,
    ];
    if (fact.reversedAt === undefined) state = stateAfter(fact, state);
  }
}

function stateAfter({ kind }: DemoFact, state: string): string {
  switch (kind) {
    case 'OPENING_PROBATIONARY':
    case 'ADMITTED':
      return 'PROBATIONARY_MEMBERS';
    case 'OPENING_OFFICIAL':
    case 'RECOGNISED':
      return 'OFFICIAL_MEMBERS';
    default:
      return state;
  }
}

function personRow(person: DemoPerson, id: string | undefined, isCandidate: boolean): readonly Cell[] {
  return [
    person.key, id, isCandidate, person.unitCode, person.fullName, person.birthDate, person.gender, person.ethnicGroup, person.religion, person.education,
    person.occupation, person.enterpriseRelation, person.youthUnion ? 'YES' : 'NO', person.admissionDecidedOn, person.ceremonyOn,
    person.recognitionDecidedOn, person.officialOn, person.leftOn,
  ];
}

/** Writes out the units of a province. */
export function writeUnits({ units }: DemoProvince): Written[] {
  return [
    write(
      'demo_unit (ordinal, code, parent_code, kind, founded_on, recorded_at, unit_type, areas, aliases)',
      units.map((unit, ordinal) => [ordinal, unit.code, unit.parentCode, unit.kind, unit.foundedOn, unit.recordedAt, unit.unitType, unit.areas, unit.aliases]),
    ),
    write('demo_name (code, name, starts_on)', units.flatMap((unit) => unit.names.map((name) => [unit.code, name.name, name.from]))),
    write(
      'demo_term (code, ordinal, label, starts_on, ends_on)',
      units.flatMap((unit) => unit.terms.map((term) => [unit.code, term.ordinal, term.label, term.startsOn, term.endsOn])),
    ),
  ];
}

function writePeople(province: DemoProvince, ids: ProvinceIds, rules: Rules): Written[] {
  const { people, candidates } = province;
  return [
    write(
      `demo_person (key, id, is_candidate, unit_code, full_name, birth_date, gender, ethnic_group, religion, education, occupation, enterprise_relation, youth_union,
        admission_decided_on, ceremony_on, recognition_decided_on, official_on, left_on)`,
      [...people.map((person) => personRow(person, ids.person(person.key), false)), ...candidates.map((person) => personRow(person, ids.person(person.key), true))],
    ),
    ...writeCandidacies(province, ids, rules),
    writeLetters(province, ids, rules),
    ...writeTargets(province),
  ];
}

function writeLedger({ units, facts }: DemoProvince, ids: ProvinceIds, slices: Map<DemoSlices, number>): Written[] {
  const before = slices.size;
  return [
    write('demo_founding (code, recorded_at)', units.map((unit) => [unit.code, unit.recordedAt])),
    write('demo_fact (id, reversal_id, kind, person_id, unit_code, to_code, occurred_on, recorded_at, reversed_at, slices, state)', factRows(facts, ids, slices)),
    write(
      'demo_slices (id, gender, age_band, ethnic_minority, religion, youth_union, occupation, enterprise_relation, education)',
      Array.from(slices).slice(before).map(([of, id]) => [id, of.gender, of.ageBand, of.ethnicMinority, of.religion, of.youthUnion, of.occupation, of.enterpriseRelation, of.education]),
    ),
  ];
}

/** Writes out all else that a province has. The slices are numbered through all provinces. */
export function writeHalves(province: DemoProvince, rules: Rules, slices: Map<DemoSlices, number>): WrittenHalves {
  const ids = new ProvinceIds(province);
  return { people: writePeople(province, ids, rules), ledger: writeLedger(province, ids, slices) };
}
