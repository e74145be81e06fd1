import type { Oracle } from './oracle.ts';
import { birthDatesIn, ownersIn, rowsNamedIn, personalNumber, personalNumbersIn, textWith } from '../worlds/canaries.ts';
import { handsDown } from '../worlds/hands-down.ts';
import type { Role, WorldAccount } from '../worlds/world-model.ts';
import { leaksOfTargets } from './judge-targets.ts';

/** What an account may know: judged by the oracle alone. */
export interface Knowledge {
  readonly oracle: Oracle;
  readonly account: WorldAccount;
  readonly role: Role | null;
  readonly scope: number;
  readonly units: ReadonlySet<number>;
  readonly stubs: ReadonlySet<number>;
  readonly people: ReadonlySet<number>;
  /** The assignments that are seen, by their ids, and whose they are. */
  readonly supervisions: ReadonlyMap<string, WorldAccount>;
  /** The accounts that may be assigned. */
  readonly assignable: ReadonlySet<WorldAccount>;
  /** The units whose document and plan are seen: those inside, and those above that have handed theirs down. */
  readonly documents: ReadonlySet<number>;
  /** The units whose obstacle, inspection and reminder are seen. */
  readonly followed: ReadonlySet<number>;
  /** The people whose letter of transfer is seen, and whether from the side that receives them. */
  readonly letters: ReadonlyMap<number, { readonly isReceiver: boolean }>;
}

const nothing = { role: null, units: new Set<number>(), stubs: new Set<number>(), people: new Set<number>(), documents: new Set<number>(), followed: new Set<number>(), supervisions: new Map<string, WorldAccount>(), assignable: new Set<WorldAccount>(), letters: new Map<number, { isReceiver: boolean }>() } as const;

/** What an account knows under its first grant. A grant that has ended, or whose unit has been closed, gives nothing. */
export function knowledgeOf(oracle: Oracle, account: WorldAccount): Knowledge {
  const { role, unit: scope } = account.grants[0]!;
  const inForce = account.grants.filter((grant) => oracle.isInForce(grant));
  if (inForce[0] !== account.grants[0]) return { oracle, account, scope, ...nothing };
  const units = new Set(oracle.visibleUnits(scope));
  const seen = oracle.worksWithPeople(role) ? oracle.world.letters.filter(({ from, to }) => units.has(from) || (to !== null && units.has(to))) : [];
  return {
    oracle,
    account,
    role,
    scope,
    units,
    letters: new Map(seen.map(({ person, to }) => [person, { isReceiver: to !== null && units.has(to) }])),
    // Of one's own assignments the names of the unit and of the body stay known as they were.
    stubs: new Set([...oracle.above(scope), ...inForce.map((grant) => grant.unit), ...account.grants.flatMap(({ unit, body }) => (body === undefined ? [] : [unit, body]))]),
    supervisions: supervisionsSeen(oracle, account, { role, units }),
    assignable: new Set(['STAFF', 'BOARD'].includes(role) ? oracle.world.accounts.filter((other) => other.grants.some((grant) => grant.role !== 'SUPERVISOR' && oracle.isInForce(grant) && units.has(grant.unit))) : []),
    people: new Set(oracle.visiblePeople(scope, role)),
    documents: new Set(oracle.worksWithPeople(role) ? [...units, ...oracle.above(scope).filter(handsDown)] : []),
    followed: new Set(oracle.worksWithPeople(role) ? units : []),
  };
}

function supervisionsSeen(oracle: Oracle, reader: WorldAccount, { role, units }: { role: Role; units: ReadonlySet<number> }): Map<string, WorldAccount> {
  const all = oracle.world.accounts.flatMap((account) => account.grants.filter((grant) => grant.role === 'SUPERVISOR').map((grant) => ({ account, grant })));
  const seen = all.filter(({ account, grant }) => account === reader || (oracle.worksWithPeople(role) && units.has(grant.unit)));
  return new Map(seen.map(({ account, grant }) => [grant.id, account]));
}

/** Whoever has not signed in: an account without a name and without a grant. */
export const stranger: WorldAccount = { id: '', name: '', displayName: '', grants: [] };

/** What somebody knows who has not signed in. */
export function knowledgeOfStranger(oracle: Oracle): Knowledge {
  return { oracle, account: stranger, scope: 0, ...nothing };
}

function decoded(text: string): string {
  return [...text.matchAll(/"([A-Za-z0-9_-]{12,})"/g)].map((match) => Buffer.from(match[1]!, 'base64url').toString('utf8')).join('\n');
}

/** What a letter says to a side of it: the old unit does not learn who signed for the new one. */
function textsOfLetter(knowledge: Knowledge, person: number): string[] {
  const token = /zq\w+x/.exec(knowledge.oracle.world.people[person]!.fullName)![0];
  const both = ['Nơi đi', 'Nơi đến', 'Tên trên thư', 'Số thư', 'Người cấp'];
  return [...both, ...(knowledge.letters.get(person)?.isReceiver ? ['Người nhận'] : [])].map((text) => `${text} ${token}`);
}

/**
 * Who recorded what became of targets when a unit ended, for those who read that and ask for it: a record names whoever made it, wherever they stand. In a
 * world the first account ends units.
 */
function recordersOf({ oracle, role }: Knowledge): string[] {
  return role !== null && oracle.worksWithPeople(role) ? [`"${oracle.world.accounts[0]!.displayName}"`] : [];
}

function without(text: string, allowed: readonly string[]): string {
  return allowed.toSorted((a, b) => b.length - a.length).reduce((rest, known) => rest.replaceAll(known, ''), text);
}

/** Everything in the bytes of an answer that the account may not know; empty where nothing leaks. `asked` is what it said itself. */
export function leaksIn(knowledge: Knowledge, answer: { bytes: string; hasData: boolean }, asked = ''): string[] {
  const { oracle } = knowledge;
  const { world } = oracle;
  const known = [...knowledge.units, ...knowledge.stubs];
  const text = without(`${answer.bytes}\n${decoded(answer.bytes)}`, [...known.map((unit) => world.units[unit]!.code), ...[...knowledge.letters.keys()].flatMap((person) => textsOfLetter(knowledge, person)), ...(asked.includes('recordedBy') ? recordersOf(knowledge) : [])]);
  const said = answer.hasData ? '' : asked;
  const texts = ownersIn(text).filter((owner) => {
    if (said.includes(`zq${owner.world}${owner.kind}${owner.index}x`)) return false;
    if (owner.world !== world.seed) return true;
    if (owner.kind === 'a') return !knowsAccount(knowledge, world.accounts[owner.index]!);
    return owner.kind === 'u' ? !knowledge.units.has(owner.index) && !knowledge.stubs.has(owner.index) : !knowledge.people.has(owner.index);
  });
  const aliases = [...text.matchAll(/Tên khác zq(\d+)u(\d+)x/g)].filter((match) => Number(match[1]) !== world.seed || !knowledge.units.has(Number(match[2])));
  const records = ([['Văn bản', knowledge.documents], ['Hồ sơ', knowledge.followed]] as const).flatMap(([word, seen]) =>
    [...answer.bytes.matchAll(new RegExp(`${word} [\\p{L} ]+ zq(\\d+)u(\\d+)x`, 'gu'))].filter((match) => Number(match[1]) !== world.seed || !seen.has(Number(match[2]))));
  const receivers = [...text.matchAll(/Người nhận zq\w+x/g)];
  const rows = rowsNamedIn(answer.bytes).filter(({ type, id }) => {
    if (asked.includes(Buffer.from(`${type}:${id}`).toString('base64url'))) return answer.hasData && !mayName(knowledge, type, id);
    return !mayName(knowledge, type, id);
  });
  const births = birthDatesIn(answer.bytes).filter((day) => !asked.includes(day) && !world.people.some((person, index) => person.birthDate === day && (knowledge.people.has(index) || knowledge.letters.get(index)?.isReceiver)));
  const numbers = personalNumbersIn(answer.bytes).filter((number) => !asked.includes(number) && ![...knowledge.people].some((person) => personalNumber(world.seed, person) === number));
  return [
    ...texts.map((owner) => `text of ${owner.kind}${owner.index} of world ${owner.world}: ${textWith(owner, text)}`),
    ...aliases.map((match) => `alias ${match[0]}`),
    ...leaksOfTargets(knowledge, answer.bytes),
    ...records.map((match) => `record ${match[0]}`),
    ...receivers.map((match) => `who signed: ${match[0]}`),
    ...rows.map((row) => `id of ${row.type} ${row.id}`),
    ...births.map((day) => `birth date ${day}`),
    ...numbers.map((number) => `personal number ${number}`),
  ];
}

function knowsAccount({ account, supervisions, assignable }: Knowledge, other: WorldAccount): boolean {
  return other === account || assignable.has(other) || [...supervisions.values()].includes(other);
}

function mayName(knowledge: Knowledge, type: string, id: string): boolean {
  const { world } = knowledge.oracle;
  switch (type) {
    case 'Unit':
      return [...knowledge.units, ...knowledge.stubs].some((unit) => world.units[unit]!.id === id);
    // A power of a unit, its target and its place have its id.
    case 'Target':
    case 'Locality':
    case 'UnitPower':
      return [...knowledge.units].some((unit) => world.units[unit]!.id === id);
    // What a unit keeps has its id.
    case 'Document':
    case 'Plan':
    case 'PlanItem':
      return [...knowledge.documents].some((unit) => world.units[unit]!.id === id);
    case 'Obstacle':
    case 'Inspection':
    case 'Reminder':
      return [...knowledge.followed].some((unit) => world.units[unit]!.id === id);
    // A candidacy, its line of the timeline, a paper, its file, a participant, a mark and a correction have the id of the person.
    case 'Person':
    case 'Candidacy':
    case 'CandidacyStep':
    case 'Participant':
    case 'Mark':
    case 'Correction':
    case 'Paper':
    case 'File':
      return [...knowledge.people].some((person) => world.people[person]!.id === id);
    case 'Transfer':
      return [...knowledge.letters.keys()].some((person) => world.people[person]!.id === id);
    case 'Account':
      return knowledge.account.id === id || [...knowledge.assignable].some((account) => account.id === id);
    case 'Supervision':
      return knowledge.supervisions.has(id);
    case 'Grant':
    case 'Session':
      return knowledge.account.grants.some((grant) => grant.id === id);
    // A view belongs to the grant that is acting, and has its id.
    case 'SavedView':
      return knowledge.account.grants[0]!.id === id;
    // Entries and evidence are judged by what they count for: the figures' properties do.
    default:
      return type === 'Entry' || type === 'Evidence';
  }
}
