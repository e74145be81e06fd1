import type { Day } from '../../../kernel/day.ts';
import type { EntryMeasure } from './measure.ts';

/** What can happen to a person that changes a count. */
export const factKinds = [
  'OPENING_OFFICIAL',
  'OPENING_PROBATIONARY',
  'ADMITTED',
  'RECOGNISED',
  'TRANSFERRED',
  'REMOVED',
  'EXPELLED',
  'LEFT',
  'DECEASED',
] as const;
export type FactKind = (typeof factKinds)[number];

/** The slices of a person on the day of the fact, keys of the closed lists. */
export interface PersonSlices {
  readonly gender: string;
  readonly ageBand: string;
  readonly ethnicMinority: string;
  readonly religion: string;
  readonly youthUnion: string;
  readonly occupation: string;
  readonly enterpriseRelation: string;
  readonly education: string;
}

/** A fact about a person at a unit. */
export interface Fact {
  readonly kind: FactKind;
  readonly personId: string;
  readonly unitId: string;
  /** The receiving unit of a transfer. */
  readonly toUnitId?: string;
  readonly occurredOn: Day;
  /** Frozen with what brings a person in. What lowers a stock carries the slices of what raised it. */
  readonly slices: PersonSlices;
}

export type StockOfPeople = 'PROBATIONARY_MEMBERS' | 'OFFICIAL_MEMBERS';

/** One entry that a fact posts. */
export interface Effect {
  readonly measure: EntryMeasure;
  readonly delta: 1 | -1;
  readonly at: 'UNIT' | 'OTHER_UNIT';
}

/** What a fact posts for a person who stands in a stock (null: in none), or null where such a person cannot meet it. */
export function effectsOf(kind: FactKind, stock: StockOfPeople | null): Effect[] | null {
  const raise = (measure: EntryMeasure): Effect => ({ measure, delta: 1, at: 'UNIT' });
  if (kind === 'OPENING_OFFICIAL' || kind === 'OPENING_PROBATIONARY') {
    return stock === null ? [raise(kind === 'OPENING_OFFICIAL' ? 'OFFICIAL_MEMBERS' : 'PROBATIONARY_MEMBERS')] : null;
  }
  if (kind === 'ADMITTED') return stock === null ? [raise('ADMITTED'), raise('PROBATIONARY_MEMBERS')] : null;
  if (stock === null) return null;
  const lower: Effect = { measure: stock, delta: -1, at: 'UNIT' };
  switch (kind) {
    case 'RECOGNISED':
      return stock === 'PROBATIONARY_MEMBERS' ? [raise('RECOGNISED'), lower, raise('OFFICIAL_MEMBERS')] : null;
    case 'TRANSFERRED':
      return [
        raise('TRANSFERRED_OUT'),
        lower,
        { measure: 'TRANSFERRED_IN', delta: 1, at: 'OTHER_UNIT' },
        { measure: stock, delta: 1, at: 'OTHER_UNIT' },
      ];
    case 'EXPELLED':
      // Discipline of this kind is for official members only (Party Charter, article 35).
      return stock === 'OFFICIAL_MEMBERS' ? [raise('EXPELLED'), lower] : null;
    case 'REMOVED':
    case 'LEFT':
    case 'DECEASED':
      return [raise(kind), lower];
  }
}

/** Why a fact was not posted. */
export type FactRefusal = 'BEFORE_A_REORGANISATION' | 'NOT_A_MEMBER_HERE' | 'ALREADY_A_MEMBER' | 'NOT_POSSIBLE_IN_THIS_STATE' | 'UNIT_NOT_FOUND';
