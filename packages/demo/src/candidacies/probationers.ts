import type { Random } from '../chance/random.ts';
import type { Day } from '../time/calendar.ts';
import type { DemoCandidacy, DemoProvince } from '../types.ts';
import { introducedBy, papersOf } from './file.ts';
import { officialMembers, participantsOf } from './participants.ts';

/** The candidacies of a province, those in probation with their file and the people around them. */
export function withFiles(random: Random, { people, candidacies }: Pick<DemoProvince, 'people' | 'candidacies'>, until: Day): DemoCandidacy[] {
  const members = officialMembers(people);
  const inProbation = new Map(people.filter(({ officialOn, leftOn }) => officialOn === null && leftOn === null).map((person) => [person.key, person]));
  return candidacies.map((candidacy) => {
    const person = inProbation.get(candidacy.personKey);
    if (!person) return candidacy;
    const papers = papersOf(random, candidacy.steps, person.youthUnion, until);
    const participants = participantsOf(random, person, candidacy.steps, members.get(person.unitCode) ?? []);
    return { ...candidacy, papers: introducedBy(participants, papers), participants };
  });
}
