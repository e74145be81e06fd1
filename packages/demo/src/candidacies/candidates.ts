import { Random } from '../chance/random.ts';
import { Weighted } from '../chance/weighted.ts';
import { newcomer, type Profile } from '../people/profile.ts';
import { addMonths, dateOf, type Day } from '../time/calendar.ts';
import type { Leaf } from '../tree/leaf.ts';
import type { DemoCandidacy, DemoPerson } from '../types.ts';
import { consentFrom } from './admitted.ts';
import { hasCommittee } from './documents.ts';
import { introducedBy, papersOf } from './file.ts';
import { openPlans, type OpenPlan, type Placed } from './open-plan.ts';
import { milestonesOf, stepsOfCandidate } from './open-steps.ts';
import { officialMembers, participantsOf } from './participants.ts';
import type { Milestone, Traveller } from './way.ts';

export interface CandidatesDraft {
  readonly rootCode: string;
  readonly leaves: readonly Leaf[];
  /** The members, whose keys the candidates go on from. */
  readonly people: readonly DemoPerson[];
  readonly placed: readonly Placed[];
  readonly upperNameOf: (leaf: Leaf) => string;
  /** The last day on which anything happened. */
  readonly until: Day;
}

/** Somebody under 17 is nobody's source yet. */
const youngestSource = 17;
const schoolYears = 600;

/** Candidates of every state where no member is yet, each with a file and the people around it. */
export function makeCandidates(draft: CandidatesDraft): { candidates: DemoPerson[]; candidacies: DemoCandidacy[] } {
  const random = new Random(`candidates of ${draft.rootCode}`);
  const members = officialMembers(draft.people);
  const candidates: DemoPerson[] = [];
  const candidacies = openPlans.flatMap((plan) => {
    const places = placesOf(random, draft, plan);
    return places.map((leaf, index): DemoCandidacy => {
      const upperName = draft.upperNameOf(leaf);
      const traveller: Traveller = { random, leaf, upperName, consentFrom: Number.MAX_SAFE_INTEGER };
      const milestones = milestonesOf(traveller, plan, (index + random.next()) / places.length, draft.until);
      const profile = profileOf(random, leaf, milestones, draft.until);
      const steps = stepsOfCandidate({ ...traveller, consentFrom: consentFrom({ birthDate: dateOf(profile.birth) }) }, plan, milestones, draft.until);
      const decided = steps.find(({ step }) => step === 'ADMISSION_DECIDED')?.on ?? null;
      const person = personOf(draft, leaf, profile, candidates.length, decided);
      candidates.push(person);
      const isOver = plan.state === 'DROPPED' || plan.state === 'WITHDRAWN' || plan.state === 'REFUSED';
      const papers = isOver ? [] : papersOf(random, steps, person.youthUnion, draft.until);
      const participants = isOver ? [] : participantsOf(random, person, steps, members.get(leaf.unit.code) ?? []);
      return { personKey: person.key, steps, papers: introducedBy(participants, papers), participants };
    });
  });
  return { candidates, candidacies };
}

/** Where the candidates of a plan are: those placed by hand, then others by the size of units, one from here and one from there. */
function placesOf(random: Random, { leaves, placed }: CandidatesDraft, { state, count, anchor }: OpenPlan): Leaf[] {
  const possible = state === 'GRASSROOTS_PROPOSED' ? leaves.filter(hasCommittee) : leaves;
  const isUnder = ({ unit }: Leaf, code: string) => unit.code === code || unit.code.startsWith(`${code}.`);
  const closed = placed.filter(({ isExact, counts }) => isExact && counts[state] !== undefined).map(({ under }) => under);
  const open = possible.filter((leaf) => !closed.some((code) => isUnder(leaf, code)));
  const isFirst = openPlans.find((plan) => plan.state === state)?.anchor === anchor;
  const byHand = !isFirst ? [] : placed.flatMap(({ under, isExact, counts }) => {
    const there = (isExact ? possible : open).filter((leaf) => isUnder(leaf, under));
    return Array.from({ length: counts[state] ?? 0 }, () => random.pick(there));
  });
  const others = new Weighted(open.map((leaf) => [leaf, leaf.closing]));
  return random.shuffled([...byHand, ...Array.from({ length: count - byHand.length }, () => others.draw(random))]);
}

/** Somebody who was old enough when the way began, and when the cell met; pupils of a school on ways that began lately. */
function profileOf(random: Random, leaf: Leaf, milestones: readonly Milestone[], until: Day): Profile {
  const began = milestones[0]?.on ?? until;
  const met = milestones.find(({ step }) => step === 'CELL_PROPOSED')?.on ?? until;
  const isPupil = leaf.takesPupils && until - began < schoolYears && random.chance(0.5);
  const adult = Math.min(met, addMonths(began, 12 * (18 - youngestSource)));
  return newcomer(random, leaf, adult, isPupil ? { occupation: 'PUPIL', enterpriseRelation: 'NOT_APPLICABLE' } : {});
}

function personOf({ rootCode, people }: CandidatesDraft, leaf: Leaf, profile: Profile, index: number, decided: string | null): DemoPerson {
  const { birth, ...told } = profile;
  return {
    key: `${rootCode}-${String(people.length + index + 1).padStart(6, '0')}`,
    unitCode: leaf.unit.code,
    ...told,
    birthDate: dateOf(birth),
    admissionDecidedOn: decided,
    ceremonyOn: null,
    recognitionDecidedOn: null,
    officialOn: null,
    leftOn: null,
  };
}
