import type { Random } from '../chance/random.ts';
import { slug } from '../names/slug.ts';
import { dateOf, dayOf, type Day } from '../time/calendar.ts';
import { recordedAfter, type Era } from '../time/happenings.ts';
import type { DemoTerm, DemoUnit } from '../types.ts';
import type { Leaf, Population } from './leaf.ts';
import { termsSince } from './terms.ts';

export interface UnitDraft {
  /** Last part of the code; the name's slug where it is left out. */
  readonly part?: string;
  readonly name: string;
  /** The name until a day in the records. */
  readonly formerName?: { readonly name: string; readonly until: string };
  readonly aliases?: readonly string[];
  readonly kind: string;
  readonly unitType: string;
  readonly areas: readonly string[];
  /** Drawn from the years before the records where it is left out. */
  readonly foundedOn?: string;
  readonly terms: readonly DemoTerm[];
}

export interface LeafDraft extends UnitDraft {
  readonly weight?: number;
  readonly takesPupils?: boolean;
  readonly population: Population;
}

/** A growing tree of units. Parents come before their children. */
export class Tree {
  readonly units: DemoUnit[] = [];
  readonly leaves: Leaf[] = [];
  readonly random: Random;
  readonly era: Era;
  readonly #codes = new Set<string>();

  constructor(random: Random, era: Era) {
    this.random = random;
    this.era = era;
  }

  /** Adds a unit under a parent, or the root. */
  add(parent: DemoUnit | null, draft: UnitDraft): DemoUnit {
    const founded = draft.foundedOn === undefined ? this.#foundingDay(parent) : dayOf(draft.foundedOn);
    const foundedOn = dateOf(founded);
    const names =
      draft.formerName === undefined
        ? [{ name: draft.name, from: foundedOn }]
        : [{ name: draft.formerName.name, from: foundedOn }, { name: draft.name, from: draft.formerName.until }];
    const unit: DemoUnit = {
      code: this.#freeCode(parent, draft.part ?? slug(draft.name)),
      parentCode: parent === null ? null : parent.code,
      kind: draft.kind,
      foundedOn,
      recordedAt: recordedAfter(this.random, this.era, founded),
      names,
      aliases: draft.aliases ?? [],
      unitType: draft.unitType,
      areas: draft.areas,
      terms: termsSince(draft.terms, foundedOn),
    };
    this.units.push(unit);
    return unit;
  }

  /** Adds a unit that holds members. */
  addLeaf(parent: DemoUnit, draft: LeafDraft): Leaf {
    const unit = this.add(parent, draft);
    const leaf: Leaf = {
      unit,
      upperCode: unit.code.split('.', 2).join('.'),
      founded: dayOf(unit.foundedOn),
      weight: (draft.weight ?? 1) * (0.6 + this.random.next() * 0.9),
      takesPupils: draft.takesPupils ?? false,
      population: draft.population,
      closing: 0,
      admissions: [],
      admittedThenGone: 0,
      departures: [],
      arrivals: 0,
    };
    this.leaves.push(leaf);
    return leaf;
  }

  /** Whether a parent already has a child of this part. */
  has(parent: DemoUnit, part: string): boolean {
    return this.#codes.has(`${parent.code}.${part}`);
  }

  /** The leaves at and under a unit. */
  leavesUnder(code: string): Leaf[] {
    return this.leaves.filter(({ unit }) => unit.code === code || unit.code.startsWith(`${code}.`));
  }

  #freeCode(parent: DemoUnit | null, part: string): string {
    const stem = parent === null ? part : `${parent.code}.${part}`;
    let code = stem;
    for (let n = 2; this.#codes.has(code); n++) code = `${stem}-${n}`;
    this.#codes.add(code);
    return code;
  }

  /** Most units are as old as their parents; the others came on a first of a month, a year or more before the records. */
  #foundingDay(parent: DemoUnit | null): Day {
    if (parent === null) throw new Error('A root needs a day of founding');
    const earliest = dayOf(parent.foundedOn);
    const latest = this.era.begins - 400;
    if (earliest >= latest || this.random.chance(0.75)) return earliest;
    const day = dateOf(this.random.between(earliest, latest));
    return Math.max(earliest, dayOf(`${day.slice(0, 8)}01`));
  }
}
