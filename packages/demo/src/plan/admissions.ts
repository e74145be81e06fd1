import type { Random } from '../chance/random.ts';
import { Weighted } from '../chance/weighted.ts';
import { dayOf, type Day } from '../time/calendar.ts';
import { seasonalDay, type Era } from '../time/happenings.ts';
import { settled, type Admission, type AdmissionTraits, type Leaf } from '../tree/leaf.ts';
import type { IsoDate } from '../types.ts';

export interface AdmissionQuota {
  readonly leaves: readonly Leaf[];
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly count: number;
  /** What is fixed of the nth admission. */
  readonly traits?: (n: number) => AdmissionTraits;
  /** How many of those admitted are removed during probation. */
  readonly failing?: number;
}

/** Members who are neither admitted nor moved here in the records: no old leaf is planned to have fewer. */
const leastSettled = 3;

/** A new leaf's first admission comes this many days after its founding at the earliest. */
const settlingIn = 45;

const noTraits: AdmissionTraits = {};

/** Plans ceremonies: exactly so many, spread over the leaves by size and over the range by season. */
export function planAdmissions(random: Random, era: Era, quota: AdmissionQuota): void {
  const { leaves, count, traits = () => noTraits, failing = 0 } = quota;
  const [from, to] = [dayOf(quota.from), dayOf(quota.to)];
  const bySize = new Weighted(leaves.map((leaf) => [leaf, leaf.closing]));
  for (let n = 0; n < count; n++) {
    const ceremony = seasonalDay(random, from, to);
    const leaf = leafWithRoom(random, era, bySize, leaves, ceremony);
    const admission: Admission = { ceremony, traits: traits(n), departure: null };
    leaf.admissions.push(admission);
    if (n < failing) failProbation(random, era, leaf, admission);
  }
}

function leafWithRoom(random: Random, era: Era, bySize: Weighted<Leaf>, leaves: readonly Leaf[], ceremony: Day): Leaf {
  for (let attempt = 0; attempt < 30; attempt++) {
    const leaf = bySize.draw(random);
    if (hasRoom(leaf, era, ceremony)) return leaf;
  }
  const leaf = random.shuffled(leaves).find((candidate) => hasRoom(candidate, era, ceremony));
  if (leaf === undefined) throw new Error('No leaf can admit anybody more');
  return leaf;
}

function hasRoom(leaf: Leaf, era: Era, ceremony: Day): boolean {
  const isOld = leaf.founded < era.begins;
  const most = leaf.closing * (isOld ? 0.7 : 0.6);
  return leaf.founded + (isOld ? 0 : settlingIn) <= ceremony && leaf.admissions.length < most && settled(leaf) > leastSettled;
}

function failProbation(random: Random, era: Era, leaf: Leaf, admission: Admission): void {
  const day = admission.ceremony + random.between(70, 340);
  if (day > era.ends) return;
  admission.departure = { kind: 'REMOVED', day };
  leaf.admittedThenGone += 1;
}

/** Whether somebody can come to an old leaf without leaving it with too few members of before. */
export function canTakeIn(leaf: Leaf): boolean {
  return settled(leaf) > leastSettled;
}
