import { stepsOfAdmitted } from '../candidacies/admitted.ts';
import { Random } from '../chance/random.ts';
import { addMonths, dateOf, dayOf, type Day } from '../time/calendar.ts';
import { recordedAfter, seasonalDay, type Era } from '../time/happenings.ts';
import { opening, type Admission, type Departure, type Leaf } from '../tree/leaf.ts';
import type { DemoCandidacy, DemoFact, DemoFactKind, DemoPerson, DemoSlices, IsoDate } from '../types.ts';
import { memberOfBefore, newcomer, type Profile } from './profile.ts';
import { SliceStore, type Gaps } from './slices.ts';

const gapShare = 0.006;

export interface RosterDraft {
  readonly rootCode: string;
  readonly era: Era;
  /** Share of members of before who are still in probation. */
  readonly probationers: number;
  /** The name of the body that decides on the people of a leaf. */
  readonly upperNameOf: (leaf: Leaf) => string;
}

/** Turns the plans of leaves into people and the facts about them. */
export class Roster {
  readonly people: DemoPerson[] = [];
  readonly facts: DemoFact[] = [];
  readonly candidacies: DemoCandidacy[] = [];
  readonly #slices = new SliceStore();
  readonly #rootCode: string;
  readonly #random: Random;
  /** A stream of its own: what happened on the way moves nothing that is counted. */
  readonly #onTheWay: Random;
  readonly #upperNameOf: (leaf: Leaf) => string;
  readonly #era: Era;
  readonly #probationers: number;

  constructor({ rootCode, era, probationers, upperNameOf }: RosterDraft) {
    this.#rootCode = rootCode;
    this.#random = new Random(`people of ${rootCode}`);
    this.#onTheWay = new Random(`candidacies of ${rootCode}`);
    this.#upperNameOf = upperNameOf;
    this.#era = era;
    this.#probationers = probationers;
  }

  /** Adds everybody whose story begins in a leaf. */
  addLeaf(leaf: Leaf): void {
    const count = opening(leaf);
    for (let n = 0; n < count; n++) this.#addMemberOfBefore(leaf, leaf.departures[n] ?? null);
    for (const admission of leaf.admissions) this.#addNewcomer(leaf, admission);
  }

  #addMemberOfBefore(leaf: Leaf, departure: Departure | null): void {
    const random = this.#random;
    const era = this.#era;
    const openedOn = era.begins - 1;
    if (departure === null && random.chance(this.#probationers)) {
      const ceremony = seasonalDay(random, addMonths(era.begins, -12), openedOn);
      const profile = newcomer(random, leaf, ceremony, {});
      const slices = this.#slices.of(profile, ceremony, null);
      this.#addFact('OPENING_PROBATIONARY', leaf, openedOn, slices);
      this.#addPerson(leaf, profile, slices, ceremony, null);
      return;
    }
    const gaps: Gaps = { ethnicMinority: random.chance(gapShare), religion: random.chance(gapShare), youthUnion: random.chance(4 * gapShare) };
    const profile = memberOfBefore(random, leaf, era.begins, departure);
    const slices = this.#slices.of(profile, null, gaps);
    this.#addFact('OPENING_OFFICIAL', leaf, openedOn, slices);
    this.#addPerson(leaf, profile, slices, null, departure);
  }

  #addNewcomer(leaf: Leaf, { ceremony, traits, departure, unfinished }: Admission): void {
    const profile = newcomer(this.#random, leaf, ceremony, traits);
    const slices = this.#slices.of(profile, ceremony, null);
    this.#addFact('ADMITTED', leaf, ceremony, slices);
    const person = this.#addPerson(leaf, profile, slices, ceremony, departure, unfinished !== undefined);
    // Whoever moved and is recognised last was recognised there.
    const lastLeaf = departure?.kind === 'TRANSFERRED' && this.facts.at(-1)?.kind === 'RECOGNISED' ? departure.to : leaf;
    const steps = stepsOfAdmitted({ random: this.#onTheWay, person, leaf, lastLeaf, departure, unfinished, upperNameOf: this.#upperNameOf, until: this.#era.ends });
    this.candidacies.push({ personKey: person.key, steps, papers: [], participants: [] });
  }

  #addPerson(leaf: Leaf, profile: Profile, slices: DemoSlices, ceremony: Day | null, departure: Departure | null, isUnfinished = false): DemoPerson {
    const { fullName, gender, ethnicGroup, religion, education, occupation, enterpriseRelation, youthUnion } = profile;
    const recognition = isUnfinished ? null : this.#addStory(leaf, slices, ceremony, departure);
    const person: DemoPerson = {
      key: this.#nextKey(),
      unitCode: departure?.kind === 'TRANSFERRED' ? departure.to.unit.code : leaf.unit.code,
      fullName,
      birthDate: dateOf(profile.birth),
      gender,
      ethnicGroup,
      religion,
      education,
      occupation,
      enterpriseRelation,
      youthUnion,
      admissionDecidedOn: ceremony === null ? null : dateOf(ceremony - this.#random.between(4, 26)),
      ceremonyOn: ceremony === null ? null : dateOf(ceremony),
      recognitionDecidedOn: recognition === null ? null : this.#recognitionDecidedOn(recognition),
      officialOn: recognition === null ? null : recognition.occurredOn,
      leftOn: departure === null || departure.kind === 'TRANSFERRED' ? null : dateOf(departure.day),
    };
    this.people.push(person);
    return person;
  }

  /** Adds the departure and the recognition in the order of their days; gives back the recognition. */
  #addStory(leaf: Leaf, slices: DemoSlices, ceremony: Day | null, departure: Departure | null): DemoFact | null {
    const official = ceremony === null ? null : addMonths(ceremony, 12);
    const isReached = official !== null && official <= this.#era.ends;
    if (departure === null) return isReached ? this.#addFact('RECOGNISED', leaf, official, slices) : null;
    const isInTime = isReached && official < departure.day;
    const inTime = isInTime ? this.#addFact('RECOGNISED', leaf, official, slices) : null;
    if (departure.kind !== 'TRANSFERRED') {
      this.#addFact(departure.kind, leaf, departure.day, slices);
      return inTime;
    }
    this.#addFact('TRANSFERRED', leaf, departure.day, slices, departure.to);
    return isReached && !isInTime ? this.#addFact('RECOGNISED', departure.to, official, slices) : inTime;
  }

  #nextKey(): string {
    return `${this.#rootCode}-${String(this.people.length + 1).padStart(6, '0')}`;
  }

  /** Never before the twelve months are over, nor after the recording; whenever it comes, it takes effect on the official date. */
  #recognitionDecidedOn({ occurredOn, recordedAt }: DemoFact): IsoDate {
    const recorded = dayOf(recordedAt.slice(0, 10));
    const day = this.#random.chance(0.06) ? recorded : recorded - this.#random.between(0, 6);
    return dateOf(Math.min(Math.max(day, dayOf(occurredOn)), this.#era.ends));
  }

  #addFact(kind: DemoFactKind, leaf: Leaf, day: Day, slices: DemoSlices, to?: Leaf): DemoFact {
    const fact: DemoFact = {
      kind,
      personKey: this.#nextKey(),
      unitCode: leaf.unit.code,
      ...(to === undefined ? {} : { toUnitCode: to.unit.code }),
      occurredOn: dateOf(day),
      recordedAt: recordedAfter(this.#random, this.#era, day),
      slices,
    };
    this.facts.push(fact);
    return fact;
  }
}
