import type { Random } from '../chance/random.ts';
import { dateOf, dayOf, type Day } from '../time/calendar.ts';
import type { DemoParticipant, DemoPerson, DemoStep } from '../types.ts';

type Organisation = NonNullable<DemoParticipant['organisation']>;

const names: Record<Organisation, string> = {
  YOUTH_UNION: 'Ban Chấp hành Đoàn cơ sở',
  TRADE_UNION: 'Ban Chấp hành Công đoàn cơ sở',
  WOMEN: 'Chi hội Phụ nữ',
  FARMERS: 'Chi hội Nông dân',
  VETERANS: 'Chi hội Cựu chiến binh',
  STUDENT_ASSOC: 'Chi hội Sinh viên',
};

/** The official members of each unit who were members before the records began. */
export function officialMembers(people: readonly DemoPerson[]): ReadonlyMap<string, readonly DemoPerson[]> {
  return Map.groupBy(people.filter(({ ceremonyOn, leftOn }) => ceremonyOn === null && leftOn === null), ({ unitCode }) => unitCode);
}

/** Who helps and introduces somebody, and who named the person: a helper from the list on, introducers from the opening of the file on. */
export function participantsOf(random: Random, person: DemoPerson, steps: readonly DemoStep[], members: readonly DemoPerson[]): DemoParticipant[] {
  const dayOfStep = (wanted: DemoStep['step']) => steps.find(({ step }) => step === wanted)?.on;
  const [identified, listed, opened] = [dayOfStep('IDENTIFIED'), dayOfStep('LISTED'), dayOfStep('FILE_OPENED')];
  const [helper, second] = random.shuffled(members);
  const participants: DemoParticipant[] = [];
  const organisation = nominatorOf(random, person);
  if (identified !== undefined && organisation !== null) participants.push(ofOrganisation('NOMINATOR', organisation, identified));
  if (listed !== undefined && helper) participants.push(ofMember('HELPER', helper, listed));
  if (opened === undefined || !helper) return participants;
  const from: Day = dayOf(opened) + 1;
  participants.push(ofMember('INTRODUCER', helper, dateOf(from)));
  const isByUnion = second === undefined || (person.youthUnion && random.chance(0.7));
  participants.push(isByUnion ? ofOrganisation('INTRODUCER', person.youthUnion ? 'YOUTH_UNION' : 'TRADE_UNION', dateOf(from)) : ofMember('INTRODUCER', second, dateOf(from)));
  return participants;
}

function nominatorOf(random: Random, { youthUnion, gender, occupation }: DemoPerson): Organisation | null {
  if (!random.chance(0.6)) return null;
  if (occupation === 'STUDENT') return 'STUDENT_ASSOC';
  if (youthUnion) return 'YOUTH_UNION';
  if (occupation === 'WORKER' || occupation === 'PUBLIC_EMPLOYEE') return 'TRADE_UNION';
  if (gender === 'F') return 'WOMEN';
  return occupation === 'FARMER' ? 'FARMERS' : null;
}

function ofMember(kind: DemoParticipant['kind'], { key, fullName }: DemoPerson, from: string): DemoParticipant {
  return { kind, memberKey: key, name: fullName, from };
}

function ofOrganisation(kind: DemoParticipant['kind'], organisation: Organisation, from: string): DemoParticipant {
  return { kind, organisation, name: names[organisation], from };
}
