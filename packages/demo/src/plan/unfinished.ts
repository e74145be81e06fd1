import { hasCommittee } from '../candidacies/documents.ts';
import type { Random } from '../chance/random.ts';
import { addMonths, dateOf, type Day } from '../time/calendar.ts';
import type { Era } from '../time/happenings.ts';
import type { Admission, Leaf, Unfinished } from '../tree/leaf.ts';
import { planAdmissions } from './admissions.ts';

/** What was done, at the most, of the recognition of those whose twelve months ended lately, one after the other. */
const done: readonly Unfinished[] = ['NOTHING_DONE', 'PROPOSED', 'NOTHING_DONE', 'PROPOSED', 'VOTE_FAILED', 'NOTHING_DONE'];
const lately = 80;

/** Leaves people unrecognised whose twelve months are over, and lets some cells propose to remove somebody. Ends of probation are work to be done. */
export function planUnfinished(random: Random, era: Era, leaves: readonly Leaf[], counts: { readonly unrecognised: number; readonly removals: number }): void {
  const staying = admissionsOf(leaves).filter(({ departure, unfinished }) => departure === null && unfinished === undefined);
  const ended = staying.filter(({ ceremony }) => isBetween(addMonths(ceremony, 12), era.ends - lately, era.ends - 3));
  random.shuffled(ended).slice(0, counts.unrecognised).forEach((admission, index) => {
    admission.unfinished = done[index % done.length] ?? 'NOTHING_DONE';
  });
  const inProbation = staying.filter(({ ceremony }) => isBetween(ceremony, era.ends - 330, era.ends - 90));
  for (const admission of random.shuffled(inProbation).slice(0, counts.removals)) admission.unfinished = 'REMOVAL_PROPOSED';
}

/** Admits so many people into the cells of committees whose recognition now waits, all of them, for one deciding body. */
export function planWaitingTogether(random: Random, era: Era, leaves: readonly Leaf[], count: number): void {
  const cells = leaves.filter(hasCommittee);
  const [from, to] = [addMonths(era.ends - 70, -12), addMonths(era.ends - 20, -12)];
  if (from <= era.begins) return;
  const before = new Set(admissionsOf(cells));
  planAdmissions(random, era, { leaves: cells, from: dateOf(from), to: dateOf(to), count });
  for (const admission of admissionsOf(cells)) if (!before.has(admission)) admission.unfinished = 'SUBMITTED';
}

/** Lets one after the other of those who were recognised leave: by request, by death, by expulsion, and by an admission that is annulled. */
export function planLaterExits(random: Random, era: Era, leaves: readonly Leaf[]): void {
  const exits = [
    { kind: 'LEFT' }, { kind: 'DECEASED' }, { kind: 'EXPELLED' }, { kind: 'REMOVED', isAnnulment: true }, { kind: 'LEFT' }, { kind: 'REMOVED' }, { kind: 'DECEASED' },
  ] as const;
  const staying = leaves.flatMap((leaf) => leaf.admissions.map((admission) => ({ leaf, admission })));
  const old = staying.filter(({ admission: { departure, ceremony } }) => departure === null && addMonths(ceremony, 24) < era.ends);
  random.shuffled(old).slice(0, exits.length).forEach(({ leaf, admission }, index) => {
    const exit = exits[index] ?? { kind: 'LEFT' as const };
    admission.departure = { ...exit, day: random.between(addMonths(admission.ceremony, 12) + 90, era.ends) };
    leaf.admittedThenGone += 1;
  });
}

function admissionsOf(leaves: readonly Leaf[]): Admission[] {
  return leaves.flatMap(({ admissions }) => admissions);
}

function isBetween(day: Day, first: Day, last: Day): boolean {
  return first <= day && day <= last;
}
