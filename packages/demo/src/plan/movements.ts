import type { Random } from '../chance/random.ts';
import { Weighted } from '../chance/weighted.ts';
import { addMonths, dayOf, type Day } from '../time/calendar.ts';
import { seasonalDay, type Era } from '../time/happenings.ts';
import { isOld, settled, type Admission, type Leaf } from '../tree/leaf.ts';
import type { DemoExitKind, IsoDate } from '../types.ts';
import { canTakeIn } from './admissions.ts';

const daysInAYear = 365.25;

export interface MovementDraft {
  readonly leaves: readonly Leaf[];
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Share of the members in a year. */
  readonly yearly: number;
}

/** Why members leave for good. Expulsions are few and are counted, not drawn. */
const exitKinds = new Weighted<DemoExitKind>([['DECEASED', 80], ['REMOVED', 13], ['LEFT', 7]]);

/** Plans deaths, removals, leaves and so many expulsions among the members of before the records. */
export function planExits(random: Random, era: Era, draft: MovementDraft & { readonly expulsions: number }): void {
  const [from, to] = [dayOf(draft.from), dayOf(draft.to)];
  const years = (to - from + 1) / daysInAYear;
  const planned: { leaf: Leaf; day: Day }[] = [];
  for (const leaf of draft.leaves) {
    if (!isOld(leaf, era.begins)) continue;
    const count = random.about(leaf.closing * draft.yearly * years);
    for (let n = 0; n < count; n++) planned.push({ leaf, day: random.between(from, to) });
  }
  const expelled = new Set(random.shuffled(planned).slice(0, draft.expulsions));
  for (const exit of planned) {
    exit.leaf.departures.push({ kind: expelled.has(exit) ? 'EXPELLED' : exitKinds.draw(random), day: exit.day });
  }
}

/** Plans transfers between leaves that exist when the records begin, most of them under the same body of the upper tier. */
export function planTransfers(random: Random, era: Era, draft: MovementDraft): void {
  const [from, to] = [dayOf(draft.from), dayOf(draft.to)];
  const leaves = draft.leaves.filter((leaf) => isOld(leaf, era.begins));
  const neighbours = Map.groupBy(leaves, ({ upperCode }) => upperCode);
  const bySize = new Weighted(leaves.map((leaf) => [leaf, leaf.closing]));
  const count = Math.round(leaves.reduce((sum, { closing }) => sum + closing, 0) * draft.yearly * ((to - from + 1) / daysInAYear));
  for (let n = 0; n < count; n++) {
    const source = bySize.draw(random);
    const isNear = random.chance(0.7);
    const target = random.pick(isNear ? (neighbours.get(source.upperCode) ?? leaves) : leaves);
    if (target === source || !canTakeIn(target)) continue;
    const day = seasonalDay(random, from, to);
    const admission = isNear && random.chance(0.25) ? source.admissions.find((one) => mayMove(one, day)) : undefined;
    if (admission === undefined) source.departures.push({ kind: 'TRANSFERRED', day, to: target });
    else {
      admission.departure = { kind: 'TRANSFERRED', day, to: target };
      source.admittedThenGone += 1;
    }
    target.arrivals += 1;
  }
}

/** Somebody admitted moves after some months, and not on the day of recognition. */
function mayMove(admission: Admission, day: Day): boolean {
  return admission.departure === null && admission.ceremony + 60 < day && addMonths(admission.ceremony, 12) !== day;
}

/** Fills leaves founded in the records with members who come from their neighbourhood on the day of founding. */
export function planFounders(random: Random, era: Era, leaves: readonly Leaf[]): void {
  const old = leaves.filter((leaf) => isOld(leaf, era.begins));
  const neighbours = Map.groupBy(old, ({ upperCode }) => upperCode);
  for (const leaf of leaves) {
    if (isOld(leaf, era.begins)) continue;
    const sources = neighbours.get(leaf.upperCode) ?? old;
    const count = settled(leaf);
    for (let n = 0; n < count; n++) random.pick(sources).departures.push({ kind: 'TRANSFERRED', day: leaf.founded, to: leaf });
    leaf.arrivals += count;
  }
}
