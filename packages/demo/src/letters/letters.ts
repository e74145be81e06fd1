import { Random } from '../chance/random.ts';
import { dateOf, dayOf, type Day } from '../time/calendar.ts';
import type { DemoFact, DemoLetter, DemoPerson, DemoUnit } from '../types.ts';
import { abroad, cancelReasons, keptDays, letterPlans, type LetterPlan } from './letter-plan.ts';

/** A unit that holds members, with the body of the upper tier above it. */
interface Home {
  readonly unit: DemoUnit;
  readonly upperCode: string;
}

export interface LettersDraft {
  readonly rootCode: string;
  readonly units: readonly DemoUnit[];
  readonly leaves: readonly Home[];
  readonly people: readonly DemoPerson[];
  readonly facts: readonly DemoFact[];
  /** The unit where letters of the demonstration's accounts arrive, and the one below which they are sent. */
  readonly placed: { readonly arriving: string; readonly sending: string };
  readonly until: Day;
}

/** Letters of transfer: of those whom the ledger has moved lately, and of members who wait, are away for a time, or did not go after all. */
export function makeLetters(draft: LettersDraft): DemoLetter[] {
  const random = new Random(`letters of ${draft.rootCode}`);
  const writer = new LetterWriter(random, draft);
  return [...draft.facts.flatMap((fact) => writer.ofFact(fact)), ...letterPlans.flatMap((plan) => Array.from({ length: plan.count }, (_, index) => writer.ofPlan(plan, index)))];
}

class LetterWriter {
  readonly #random: Random;
  readonly #draft: LettersDraft;
  readonly #names: ReadonlyMap<string, string>;
  readonly #homes: ReadonlyMap<string, Home>;
  /** Members of before the records who have not moved, by unit: each has one letter at the most. */
  readonly #staying: Map<string, DemoPerson[]>;

  constructor(random: Random, draft: LettersDraft) {
    this.#random = random;
    this.#draft = draft;
    this.#names = new Map(draft.units.map(({ code, names }) => [code, names.at(-1)?.name ?? code]));
    this.#homes = new Map(draft.leaves.map((home) => [home.unit.code, home]));
    const moved = new Set(draft.facts.filter(({ kind }) => kind === 'TRANSFERRED').map(({ personKey }) => personKey));
    const staying = draft.people.filter(({ key, ceremonyOn, leftOn }) => ceremonyOn === null && leftOn === null && !moved.has(key));
    this.#staying = Map.groupBy(random.shuffled(staying), ({ unitCode }) => unitCode);
  }

  /** The letter behind a transfer that the ledger knows, where it is recent and stands. */
  ofFact({ kind, personKey, unitCode, toUnitCode, occurredOn, reversedAt }: DemoFact): DemoLetter[] {
    const accepted = dayOf(occurredOn);
    if (kind !== 'TRANSFERRED' || toUnitCode === undefined || reversedAt !== undefined || accepted < this.#draft.until - keptDays) return [];
    const isInside = this.#isInside(unitCode, toUnitCode);
    const issued = accepted - this.#random.between(3, 28);
    return [{
      ...this.#paper(isInside ? 'INTERNAL' : 'OFFICIAL', issued),
      personKey, state: 'ACCEPTED', fromCode: unitCode, toCode: toUnitCode, destination: this.#fullName(toUnitCode), acceptedOn: occurredOn, endedOn: null, cancelReason: null,
    }];
  }

  ofPlan(plan: LetterPlan, index: number): DemoLetter {
    const random = this.#random;
    const [least, most] = plan.daysAgo;
    const issued = this.#draft.until - random.between(least, most);
    const [from, to] = this.#ends(plan, index);
    const person = this.#staying.get(from.unit.code)?.pop();
    if (!person) throw new Error(`nobody is left to be sent from ${from.unit.code}`);
    const accepted = plan.state === 'ACCEPTED' || plan.state === 'ENDED' ? issued + random.between(4, 30) : null;
    return {
      ...this.#paper(plan.kind, issued),
      personKey: person.key,
      state: plan.state,
      fromCode: from.unit.code,
      toCode: to?.unit.code ?? null,
      destination: to ? this.#fullName(to.unit.code) : random.pick(abroad),
      acceptedOn: accepted === null ? null : dateOf(accepted),
      endedOn: plan.state === 'ENDED' && accepted !== null ? dateOf(accepted + random.between(120, 330)) : null,
      cancelReason: plan.state === 'CANCELLED' ? random.pick(cancelReasons) : null,
    };
  }

  /** What stands on the paper, and when the move was decided: of some that is not known. */
  #paper(kind: DemoLetter['kind'], issued: Day): Pick<DemoLetter, 'kind' | 'letterNumber' | 'issuedOn' | 'movedOn'> {
    const random = this.#random;
    const number = `${random.between(11, 480)}-GT/ĐU`;
    const movedOn = random.chance(0.7) ? dateOf(issued - random.between(1, 20)) : null;
    return { kind, letterNumber: kind === 'INTERNAL' ? null : number, issuedOn: dateOf(issued), movedOn: kind === 'INTERNAL' ? null : movedOn };
  }

  /** From where to where: as the plan places it, else anywhere that fits. Null for a receiver out of the province. */
  #ends({ kind, arriving, sent, abroad: away, count }: LetterPlan, index: number): [from: Home, to: Home | null] {
    const { leaves, placed } = this.#draft;
    const random = this.#random;
    const isBelow = ({ unit: { code } }: Home, above: string) => code === above || code.startsWith(`${above}.`);
    const sending = leaves.filter((home) => isBelow(home, placed.sending) && this.#hasSomebody(home));
    const others = leaves.filter((home) => !isBelow(home, placed.sending) && this.#hasSomebody(home));
    const isSent = index >= arriving && index < arriving + sent;
    if (kind === 'INTERNAL') {
      const from = random.pick((isSent ? sending : others).filter((home) => this.#sisters(home).length > 0));
      return [from, random.pick(this.#sisters(from))];
    }
    if (index < arriving) return [random.pick(others), this.#homes.get(placed.arriving) ?? random.pick(leaves)];
    const from = random.pick(isSent ? sending : others);
    if (index >= count - away) return [from, null];
    return [from, random.pick(leaves.filter(({ unit, upperCode }) => upperCode !== from.upperCode && unit.code !== placed.arriving))];
  }

  #hasSomebody({ unit }: Home): boolean {
    return (this.#staying.get(unit.code)?.length ?? 0) > 0;
  }

  /** The other cells of the same grassroots organisation. */
  #sisters({ unit }: Home): Home[] {
    return this.#draft.leaves.filter((other) => other.unit.code !== unit.code && this.#isInside(unit.code, other.unit.code));
  }

  #isInside(code: string, other: string): boolean {
    const [one, two] = [this.#homes.get(code)?.unit, this.#homes.get(other)?.unit];
    return one?.kind === 'CELL' && two?.kind === 'CELL' && one.parentCode === two.parentCode;
  }

  #fullName(code: string): string {
    const above = this.#names.get(this.#homes.get(code)?.unit.parentCode ?? '');
    return [this.#names.get(code), above].filter((name) => name !== undefined).join(', ');
  }
}
