import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { resultsAboutPeople } from '../properties/candidacy-values.ts';
import { candidate, change, introduce, record } from './candidacy-support.ts';

/*
 * Whoever changes what somebody else has changed meanwhile is told both versions, in one way for all that is kept of people: the one that was seen, and
 * the one that stands.
 */

let world: OpenWorld;
let cases: Readonly<Record<string, { readonly input: object; readonly conflict: object; readonly by?: string }>>;

const conflict = '... on ChangeRefused { field conflict { expected current } }';

/** Sends a change and gives back the conflict that it was refused with. */
async function conflictOf(account: string, mutation: string, input: object): Promise<unknown> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const selection = mutation === 'recordSteps' ? '... on RecordStepsDone { lines { refused { field conflict { expected current } } } }' : conflict;
  const { outcome } = await world.data<{ outcome: { lines?: { refused: unknown }[] } }>(account, `mutation($input: ${type}!) { outcome: ${mutation}(input: $input) { ${selection} } }`, { input });
  return outcome.lines ? outcome.lines[0]?.refused : outcome;
}

async function id<Data>(account: string, query: string, variables: object, read: (data: Data) => string): Promise<string> {
  return read(await world.data<Data>(account, query, { ...variables }));
}

/** A letter of a member to another cell, accepted where it is temporary. */
async function letter(person: string, toUnit: string, kind: 'OFFICIAL' | 'TEMPORARY' = 'OFFICIAL'): Promise<string> {
  const input = { person, kind, toUnit, letterNumber: '1/GGT', on: '2026-01-10', ...(kind === 'TEMPORARY' ? { until: '2026-06-30' } : {}), idempotencyKey: randomUUID() };
  const transfer = await id<{ issueTransfer: { transfer: { id: string } } }>('staff', 'mutation($input: IssueTransferInput!) { issueTransfer(input: $input) { ... on TransferChanged { transfer { id } } } }', { input }, (data) => data.issueTransfer.transfer.id);
  if (kind === 'TEMPORARY') await world.data('staff', 'mutation($input: AcceptTransferInput!) { acceptTransfer(input: $input) { __typename } }', { input: { transfer, on: '2026-01-12', expectedVersion: 1 } });
  return transfer;
}

beforeAll(async () => {
  const tree = province('p').account('staff', 'STAFF').account('admin', 'ADMINISTRATOR');
  const commune = tree.district('d').commune('c');
  const [one, two] = [commune.cell('1'), tree.district('e').commune('c').cell('1')];
  const members = ['An', 'Bình', 'Chi', 'Dung'].map((name) => opaque('Person', one.member(name).id));
  world = await open(tree);
  const [cell, other, grassroots] = [one, two, commune].map(({ id: row }) => opaque('Unit', row));
  const person = members[0]!;

  const added = await candidate(world, 'staff', cell!);
  await introduce(world, 'staff', added);
  await change(world, 'staff', 'recordPaper', { candidacy: added.id, kind: 'APPLICATION', isThere: true, madeOn: '2025-09-05', idempotencyKey: randomUUID() });
  const { candidacy } = await world.data<{ candidacy: { papers: { papers: { id: string }[] }[]; participants: { id: string }[]; timeline: { id: string }[] } }>(
    'staff', 'query($id: ID!) { candidacy(id: $id) { papers { papers { id } } participants { id } timeline { id } } }', { id: added.id });
  const paper = candidacy.papers.flatMap(({ papers }) => papers)[0]!.id;
  const dropped = await record(world, 'staff', await candidate(world, 'staff', cell!, { fullName: 'Nguyễn Văn Bỏ' }), 'DROPPED', '2025-08-01', { reason: 'Xin thôi' });

  const note = async (replaces?: string) => await id<{ recordMark: { person: { marks: { id: string }[] } } }>('staff', 'mutation($input: RecordMarkInput!) { recordMark(input: $input) { ... on PersonMarked { person { marks { id } } } } }',
    { input: { person, kind: 'AWARD', title: 'Giấy khen', on: '2025-01-10', idempotencyKey: randomUUID(), ...(replaces ? { replaces, reason: 'Sai tên' } : {}) } }, (data) => data.recordMark.person.marks[0]!.id);
  const first = await note();
  const second = await note(first);

  await world.data('staff', 'mutation($input: UnlockSensitiveInput!) { unlockSensitive(input: $input) { __typename } }', { input: { person, reason: 'CORRECTION' } });
  const year = await id<{ holidays: { version: string } }>('admin', '{ holidays(year: 2026) { version } }', {}, (data) => data.holidays.version);
  const sensitive = await id<{ unlockSensitive: { facts: { version: string } } }>('staff', 'mutation($input: UnlockSensitiveInput!) { unlockSensitive(input: $input) { ... on SensitiveUnlocked { facts { version } } } }', { input: { person, reason: 'CORRECTION' } }, (data) => data.unlockSensitive.facts.version);
  const power = await id<{ givePower: { unit: { authority: { given: { id: string }[] } } } }>('staff', 'mutation($input: GivePowerInput!) { givePower(input: $input) { ... on PowerChanged { unit { authority { given { id } } } } } }',
    { input: { unit: grassroots, power: 'DECIDES_ADMISSIONS', from: '2026-01-01', documentNumber: '1-QĐ', idempotencyKey: randomUUID() } }, (data) => data.givePower.unit.authority.given[0]!.id);
  const [waiting, away] = [await letter(members[1]!, other!), await letter(members[2]!, other!, 'TEMPORARY')];

  const versions = (current: number | string | null, expected: number | string = 7, field = 'expectedVersion') => ({ field, conflict: { expected: String(expected), current: current === null ? null : String(current) } });
  const onCandidacy = { candidacy: added.id, expectedVersion: 7 };
  cases = {
    recordStep: { input: { ...onCandidacy, step: 'LISTED', on: '2025-07-10' }, conflict: versions(added.version) },
    undoStep: { input: { ...onCandidacy, step: candidacy.timeline[0]!.id, reason: 'Nhầm' }, conflict: versions(added.version) },
    recordSteps: { input: { step: 'LISTED', candidacies: [onCandidacy], on: '2025-07-10' }, conflict: versions(added.version) },
    beginAgain: { input: { candidacy: dropped.candidacy!.id, expectedVersion: 7, on: '2026-01-05', idempotencyKey: randomUUID() }, conflict: versions(dropped.candidacy!.version) },
    changePaper: { input: { ...onCandidacy, paper, isThere: true, madeOn: '2025-09-06' }, conflict: versions(1) },
    dismissParticipant: { input: { ...onCandidacy, participant: candidacy.participants[0]!.id, on: '2025-12-01' }, conflict: versions(1) },
    correctPerson: { input: { person, expectedVersion: 7, fullName: 'Nguyễn An', reason: 'Sai' }, conflict: versions(1) },
    recordMark: { input: { person, kind: 'AWARD', title: 'Bằng khen', on: '2025-01-10', replaces: first, reason: 'Sai', idempotencyKey: randomUUID() }, conflict: versions(second, first, 'mark') },
    takeBackMark: { input: { person, mark: first, reason: 'Nhầm' }, conflict: versions(second, first, 'mark') },
    recordSensitive: { input: { person, expectedVersion: 'AAAA', ethnicGroup: '01', religion: 'NONE' }, conflict: versions(sensitive, 'AAAA') },
    changeHoliday: { by: 'admin', input: { unit: opaque('Unit', tree.id), day: '2026-03-03', isHoliday: true, name: 'Lễ hội', expectedVersion: 'AAAA' }, conflict: versions(year, 'AAAA') },
    endPower: { input: { power, expectedVersion: 7, on: '2026-02-01', documentNumber: '2-QĐ' }, conflict: versions(1) },
    acceptTransfer: { input: { transfer: waiting, expectedVersion: 7, on: '2026-01-15' }, conflict: versions(1) },
    cancelTransfer: { input: { transfer: waiting, expectedVersion: 7, reason: 'Nhầm' }, conflict: versions(1) },
    endTemporaryTransfer: { input: { transfer: away, expectedVersion: 7, on: '2026-02-01' }, conflict: versions(2) },
  };
}, 120_000);
afterAll(async () => {
  await world.close();
});

test('each change that names a version, or what it replaces, is refused with both versions where another one stands', async () => {
  for (const [mutation, { input, conflict: expected, by = 'staff' }] of Object.entries(cases)) expect(await conflictOf(by, mutation, input), mutation).toEqual(expected);
});

test('no change of people that names a version has been left out', async () => {
  const { __schema } = await world.data<{ __schema: { mutationType: { fields: { name: string; type: { ofType: { name: string } }; args: { type: { ofType: { inputFields: { name: string }[] } | null } }[] }[] } } }>(
    'staff', '{ __schema { mutationType { fields { name type { ofType { name } } args { type { ofType { inputFields { name } } } } } } } }');
  const naming = __schema.mutationType.fields.filter(({ type: result, args }) => resultsAboutPeople.includes(result.ofType.name) && args.some(({ type }) => type.ofType?.inputFields?.some(({ name }) => name === 'expectedVersion')));
  expect(naming.map(({ name }) => name).filter((name) => !(name in cases))).toEqual([]);
});

test('a refusal for another reason tells of no versions', async () => {
  const input = { ...cases['recordStep']!.input, expectedVersion: 1, on: '2090-01-01' };
  expect(await conflictOf('staff', 'recordStep', input)).toEqual({ field: 'on', conflict: null });
});

test('a power that was ended meanwhile is told with the unit as it stands', async () => {
  const { outcome } = await world.data<{ outcome: { currentUnit: { authority: { given: { version: number }[] } } } }>(
    'staff', 'mutation($input: EndPowerInput!) { outcome: endPower(input: $input) { ... on RuleRefused { currentUnit { authority { given { version } } } } } }', { input: cases['endPower']!.input });
  expect(outcome.currentUnit.authority.given).toEqual([{ version: 1 }]);
});
