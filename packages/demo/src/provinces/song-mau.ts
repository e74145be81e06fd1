import { makeCandidates } from '../candidacies/candidates.ts';
import type { Placed } from '../candidacies/open-plan.ts';
import { withFiles } from '../candidacies/probationers.ts';
import { Random } from '../chance/random.ts';
import { makeLetters } from '../letters/letters.ts';
import { planAdmissions } from '../plan/admissions.ts';
import { distributeMembers } from '../plan/closing.ts';
import { withLateCorrections } from '../plan/late-corrections.ts';
import { planExits, planFounders, planTransfers } from '../plan/movements.ts';
import { planLaterExits, planUnfinished, planWaitingTogether } from '../plan/unfinished.ts';
import { makeRecords } from '../records/records.ts';
import { addMonths, dateOf, dayOf, type Day } from '../time/calendar.ts';
import type { Era } from '../time/happenings.ts';
import { makeCascade } from '../targets/cascade.ts';
import { Tree } from '../tree/tree.ts';
import type { DemoProvince, IsoDate } from '../types.ts';
import { assemble, upperNames } from './assemble.ts';
import { growSongMau } from './song-mau-tree.ts';

// Wholly invented: a province in the structure of after July 2025, which lives in the present.
const recordsBegin = '2021-01-01';
const membersOfCommunes = 5_184;
const membersOfBodies = 856;
/** Admissions in each month of a year, before a small chance. */
const monthly = [11, 17, 14, 12, 20, 16, 12, 14, 17, 16, 18, 21];
const pupilsInMay = 2;
/** Recognitions that wait together for the decision of one commune, and what else of probation is left to do. */
const waitingTogether = 13;
const left = { unrecognised: 18, removals: 4 };
/** The work of two accounts: a cell with candidates of most states, and the commune that decides on it and its neighbours. */
const busyCommune = 'song-mau.xa-an-kieu';
const busyCell = `${busyCommune}.thon-1`;
const placed: readonly Placed[] = [
  {
    under: busyCell,
    isExact: true,
    counts: { SOURCE: 3, LISTED: 3, TRAINING: 1, TRAINED: 2, FILE_OPEN: 1, VERIFYING: 2, CELL_PROPOSED: 1, SUBMITTED: 1, RETURNED: 1, ADMISSION_DECIDED: 1 },
  },
  { under: busyCommune, isExact: false, counts: { GRASSROOTS_PROPOSED: 2, SUBMITTED: 5, ADMISSION_DECIDED: 2 } },
];

/** Where the letters of those accounts are: some wait there, some were sent from there. */
const letterPlaces = { arriving: busyCell, sending: busyCommune };

/** Sông Mẫu, from 2021 to the day before yesterday: what happened later is not yet recorded. */
export function makeSongMau(today: IsoDate): DemoProvince {
  const era: Era = { begins: dayOf(recordsBegin), ends: dayOf(today) - 2, lastRecording: dayOf(today) - 1 };
  if (!(era.ends >= era.begins + 90)) throw new RangeError(`The demonstration needs a day of 2021-04-03 or later, not ${today}`);
  const random = new Random('song-mau');
  const tree = new Tree(random, era);
  growSongMau(tree);

  const ofCommunes = tree.leaves.filter(({ unit }) => unit.code.startsWith('song-mau.xa-') || unit.code.startsWith('song-mau.phuong-'));
  const ofBodies = tree.leaves.filter((leaf) => !ofCommunes.includes(leaf));
  distributeMembers(ofCommunes, membersOfCommunes);
  distributeMembers(ofBodies, membersOfBodies);
  planMonthByMonth(random, tree);
  planFounders(random, era, tree.leaves);
  const stretch = { leaves: tree.leaves, from: recordsBegin, to: dateOf(era.ends) };
  planTransfers(random, era, { ...stretch, yearly: 0.022 });
  planExits(random, era, { ...stretch, yearly: 0.011, expulsions: 2 });
  planLaterExits(random, era, tree.leaves);
  planWaitingTogether(random, era, tree.leavesUnder(busyCommune), waitingTogether);
  planUnfinished(random, era, tree.leaves, left);

  const rootCode = 'song-mau';
  const province = assemble({ tree, rootCode, configuration: 'COMMUNE_TIER', lastDataOn: null, probationers: 0.031 });
  const { candidates, candidacies } = makeCandidates({ rootCode, leaves: tree.leaves, people: province.people, placed, upperNameOf: upperNames(tree), until: era.ends });
  const letters = makeLetters({ ...province, leaves: tree.leaves.map(({ unit, upperCode }) => ({ unit, upperCode })), placed: letterPlaces, until: era.ends });
  return {
    ...province,
    ...makeCascade({ ...province, today }),
    candidates,
    letters,
    records: makeRecords({ rootCode, units: province.units, busyCommune, busyCell, until: era.ends }),
    candidacies: [...withFiles(new Random('files of song-mau'), province, era.ends), ...candidacies],
    facts: withLateCorrections(new Random('corrections of song-mau'), era, tree.leaves, province.facts),
  };
}

function planMonthByMonth(random: Random, tree: Tree): void {
  const { era, leaves } = tree;
  const schools = leaves.filter(({ takesPupils }) => takesPupils);
  for (let first: Day = era.begins; first <= era.ends; first = addMonths(first, 1)) {
    const month = Number(dateOf(first).slice(5, 7));
    const last = Math.min(addMonths(first, 1) - 1, era.ends);
    const reached = (last - first + 1) / (addMonths(first, 1) - first);
    const count = Math.max(1, Math.round(((monthly[month - 1] ?? 0) + random.between(-2, 2)) * reached));
    const range = { from: dateOf(first), to: dateOf(last) };
    const pupils = month === 5 && reached === 1 ? pupilsInMay : 0;
    const failing = random.chance(0.2) ? 1 : 0;
    planAdmissions(random, era, { ...range, leaves: schools, count: pupils, traits: () => ({ occupation: 'PUPIL', enterpriseRelation: 'NOT_APPLICABLE' }) });
    planAdmissions(random, era, { ...range, leaves, count: count - pupils, failing });
  }
}
