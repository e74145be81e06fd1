import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeUnit } from '../../src/contexts/ledger/index.ts';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld, type PersonBuilder } from '../world.ts';
import { forgetWays } from '../worlds/ways.ts';
import { candidate, change, finishClass, introduce, passed, walk, wayToCeremony, wayToFile, type Told } from './candidacy-support.ts';
import { accept, issued, sign } from './transfer-support.ts';

/*
 * Whoever looks at people is told what they may do, and why not. For each change of people, over the roles and over where its subject
 * stands: what is told is what the change does, to the code. Input that is wrong is refused after that and is no right.
 */

let world: OpenWorld;
const unit: Record<'cell' | 'beside' | 'commune' | 'closed' | 'office', string> = {} as never;
const waiting: PersonBuilder[] = [];
const former: PersonBuilder[] = [];
let atClosed: Told;

const roles = ['STAFF', 'BOARD', 'SECRETARY', 'AUDITOR', 'OBSERVER', 'ADMINISTRATOR'] as const;
/** An account for each role at the district, and a secretary and a board of a cell. */
const accounts = [...roles, 'cell.secretary', 'cell.board'];

beforeAll(async () => {
  const tree = province('p');
  const district = tree.district('d');
  const commune = district.commune('c');
  const cell = commune.cell('1');
  const [beside, closing, office] = [commune.cell('2'), commune.cell('3'), district.grassrootsCell('cq')];
  for (let index = 0; index < 200; index += 1) waiting.push(cell.member(`Lò Văn ${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[index % 26]}a`, '2020-01-01'));
  for (const name of ['Một', 'Hai']) former.push(cell.member(`Lò Văn Cũ ${name}`).happens('LEFT', '2018-01-10'));
  for (const role of roles) district.account(role, role);
  cell.account('cell.secretary', 'SECRETARY').account('cell.board', 'BOARD');
  for (const [name, builder] of Object.entries({ cell, beside, commune, closed: closing, office })) Object.assign(unit, { [name]: opaque('Unit', builder.id) });
  world = await open(tree);
  await forgetWays(world.owner, [...waiting, ...former].map(({ id }) => id));
  atClosed = await dropped(unit.closed);
  expect(await world.write('STAFF', async (transaction) => await closeUnit(transaction, { unitId: closing.id, on: '2026-01-05', successorIds: [] }))).toEqual({});
}, 120_000);
afterAll(async () => {
  await world.close();
});

function somebody(): string {
  const person = waiting.pop();
  if (!person) throw new Error('nobody is left');
  return opaque('Person', person.id);
}

async function dropped(at: string): Promise<Told> {
  return await walk(world, 'STAFF', await candidate(world, 'STAFF', at, { fullName: 'Lò Thị Dừng' }), [['LISTED', '2025-07-10'], ['DROPPED', '2025-08-01', { reason: 'Chuyển nơi ở' }]]);
}

type Code = string | null;

/** Whether the viewer may, and by which code not. */
interface May {
  readonly can: boolean;
  readonly because: Code;
}

/** What an account is told under two fields of an object; who may not see the object at all is told that. */
async function toldOf(account: string, query: string, id: string, pick: (data: never) => May | undefined): Promise<May> {
  const { data, errors } = await world.ask(account, query, { id });
  const code = errors[0]?.extensions.code;
  if (code) return { can: false, because: code };
  const found = pick(data as never);
  if (!found) throw new Error(`${account} is told nothing: ${JSON.stringify(data)}`);
  return found;
}

/** By which code an account is refused, or null where the change is made. */
async function refusedBy(account: string, mutation: string, input: object): Promise<Code> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const kinds = mutation.endsWith('Transfer') ? ['Transfer'] : /Mark|correct/.test(mutation) ? ['Person'] : /Sensitive/.test(mutation) ? ['Sensitive'] : ['Candidacy'];
  const { data, errors } = await world.ask<{ outcome: { code?: string } }>(account, `mutation($input: ${type}!) { outcome: ${mutation}(input: $input) { __typename ${kinds.map((kind) => `... on ${kind}Refused { code }`).join(' ')} } }`, { input });
  return errors[0]?.extensions.code ?? data?.outcome.code ?? null;
}

/** Of each account: what it is told of a subject is what the change then does. At least one of them may, unless nobody may where it stands. */
async function agree<S>(make: () => Promise<S>, told: (account: string, subject: S) => Promise<May>, act: (account: string, subject: S) => Promise<Code>): Promise<Record<string, Code>> {
  const seen: Record<string, Code> = {};
  for (const account of accounts) {
    const subject = await make();
    const { can, because } = await told(account, subject);
    expect(can, account).toBe(because === null);
    seen[account] = await act(account, subject);
    expect(seen[account], `${account} is told ${because}`).toBe(because);
  }
  return seen;
}

const nobodyElse = { AUDITOR: 'FORBIDDEN_FOR_ROLE', OBSERVER: 'FORBIDDEN_FOR_ROLE', ADMINISTRATOR: 'FORBIDDEN_FOR_ROLE' };
const daily = { STAFF: null, SECRETARY: null, 'cell.secretary': null, BOARD: 'FORBIDDEN_FOR_ROLE', 'cell.board': 'FORBIDDEN_FOR_ROLE', ...nobodyElse };
const refusedDaily = (code: string) => ({ ...daily, STAFF: code, SECRETARY: code, 'cell.secretary': code });
const once = () => ({ idempotencyKey: randomUUID() });

describe('at a unit', () => {
  const rights = 'query($id: ID!) { unit(id: $id) { viewerCanAddCandidate viewerCannotAddCandidateBecause viewerCanClaimTransfer viewerCannotClaimTransferBecause } }';
  type Rights = { unit: { viewerCanAddCandidate: boolean; viewerCannotAddCandidateBecause: Code; viewerCanClaimTransfer: boolean; viewerCannotClaimTransferBecause: Code } | null };
  // Of a unit outside the scope nothing is told: it is not there.
  const of = (name: keyof typeof unit, account: string) => !(name !== 'cell' && account.startsWith('cell.'));

  test.each([
    ['a cell', 'cell', daily],
    ['a committee', 'commune', refusedDaily('UNIT_HOLDS_NO_MEMBERS')],
    ['a cell that has closed', 'closed', refusedDaily('UNIT_CLOSED')],
  ] as const)('a candidate is added by who is told so: %s', async (_, name, expected) => {
    const seen = await agree(
      async () => unit[name],
      async (account, id) => (of(name, account) ? await toldOf(account, rights, id, ({ unit: at }: Rights) => at ? { can: at.viewerCanAddCandidate, because: at.viewerCannotAddCandidateBecause } : undefined) : { can: false, because: account === 'cell.board' ? 'FORBIDDEN_FOR_ROLE' : 'NOT_FOUND' }),
      async (account, id) => await refusedBy(account, 'addCandidate', { unit: id, fullName: 'Lò Thị Mới', birthDate: '1999-05-20', gender: 'F', on: '2025-07-02', isSomebodyElse: true, ...once() }),
    );
    expect(seen).toEqual({ ...expected, ...(name === 'cell' ? {} : { 'cell.secretary': 'NOT_FOUND' }) });
  });

  test.each([
    ['a cell', 'beside', daily],
    ['a committee', 'commune', refusedDaily('UNIT_HOLDS_NO_MEMBERS')],
    ['a cell that has closed', 'closed', refusedDaily('UNIT_HOLDS_NO_MEMBERS')],
  ] as const)('a letter is claimed by who is told so: %s', async (_, name, expected) => {
    const seen = await agree(
      async () => (await issued(world, 'STAFF', somebody(), { destination: 'Chi bộ ở nơi khác' })).claimCode!,
      async (account) => (of(name, account) ? await toldOf(account, rights, unit[name], ({ unit: at }: Rights) => at ? { can: at.viewerCanClaimTransfer, because: at.viewerCannotClaimTransferBecause } : undefined) : { can: false, because: account === 'cell.board' ? 'FORBIDDEN_FOR_ROLE' : 'NOT_FOUND' }),
      async (account, code) => await refusedBy(account, 'claimTransfer', { code, unit: unit[name], on: '2026-02-10' }),
    );
    expect(seen).toEqual({ ...expected, 'cell.secretary': 'NOT_FOUND' });
  });
});

describe('on a way', () => {
  const steps = 'query($id: ID!) { candidacy(id: $id) { version steps { step viewerCan viewerCannotBecause } } }';
  type Steps = { version: number; steps: { step: string; viewerCan: boolean; viewerCannotBecause: Code }[] };
  const filed = async () => await walk(world, 'STAFF', await candidate(world, 'STAFF', unit.cell, { fullName: 'Lò Thị Hồ Sơ' }), wayToFile);
  const upTo = async (count: number) => {
    const file = await filed();
    await introduce(world, 'STAFF', file);
    return await walk(world, 'STAFF', file, wayToCeremony.slice(0, count));
  };
  const official = async () => {
    const member = await upTo(5);
    await finishClass(world, 'STAFF', member);
    await world.owner.query(`update candidacy set ceremony_on = '2024-12-19' where id = $1`, [Buffer.from(member.id, 'base64url').toString().split(':')[1]]);
    return await walk(world, 'STAFF', member, [['RECOGNITION_PROPOSED', '2026-01-12', { vote: passed }], ['RECOGNITION_SUBMITTED', '2026-01-13', { vote: passed }], ['RECOGNISED', '2026-01-14', { documentNumber: '1-QĐ/HU' }]]);
  };
  const replaced = async () => {
    const before = await dropped(unit.cell);
    expect(await refusedBy('STAFF', 'beginAgain', { candidacy: before.id, expectedVersion: before.version, on: '2025-09-01', ...once() })).toBeNull();
    return before;
  };
  const ofRights = ['FORBIDDEN_FOR_ROLE', 'NOT_YOUR_BODY', 'UNIT_CLOSED', 'NOT_POSSIBLE_IN_THIS_STATE'];

  test.each<[string, () => Promise<Told>, (Code | undefined)[]]>([
    ['a source', async () => await candidate(world, 'STAFF', unit.cell, { fullName: 'Lò Thị Nguồn' }), [null, 'FORBIDDEN_FOR_ROLE']],
    ['a file', filed, [null, 'FORBIDDEN_FOR_ROLE']],
    ['a proposal of the cell', async () => await upTo(1), [null, 'FORBIDDEN_FOR_ROLE', 'NOT_YOUR_BODY']],
    ['a file that was submitted', async () => await upTo(3), [null, 'FORBIDDEN_FOR_ROLE', 'NOT_YOUR_BODY']],
    ['probation', async () => await upTo(5), [null, 'FORBIDDEN_FOR_ROLE', 'NOT_YOUR_BODY']],
    ['an official member', official, [null, 'FORBIDDEN_FOR_ROLE', 'NOT_YOUR_BODY']],
    ['a way that another one has followed', replaced, []],
  ])('a step is recorded by who is told so: %s', async (_, make, expected) => {
    const { id } = await make();
    const seen = new Set<Code>();
    for (const account of accounts) {
      const { data, errors } = await world.ask<{ candidacy: Steps | null }>(account, steps, { id });
      const told = data?.candidacy;
      // Who sees no people may record nothing of them; outside of the scope there is none.
      if (!told) {
        expect(await refusedBy(account, 'recordStep', { candidacy: id, expectedVersion: 1, step: 'LISTED', on: '2026-01-20' }), account).toBe(errors[0]?.extensions.code ?? 'NOT_FOUND');
        continue;
      }
      for (const { step, viewerCan, viewerCannotBecause } of told.steps) {
        const input = { step, on: '2026-01-20', documentNumber: '1-NQ', vote: passed, dryRun: true, candidacies: [{ candidacy: id, expectedVersion: told.version }] };
        const judged = await world.data<{ recordSteps: { lines: { refused: { code: string } | null }[] } }>(account, 'mutation($input: RecordStepsInput!) { recordSteps(input: $input) { ... on RecordStepsDone { lines { refused { code } } } } }', { input });
        const code = judged.recordSteps.lines[0]!.refused?.code ?? null;
        expect(viewerCan, step).toBe(viewerCannotBecause === null);
        expect(ofRights.includes(code ?? '') ? code : null, `${account}: ${step}`).toBe(viewerCannotBecause);
        seen.add(viewerCannotBecause);
      }
    }
    expect([...seen].sort()).toEqual([...expected].sort());
  });

  const line = 'query($id: ID!) { candidacy(id: $id) { timeline { id viewerCanUndo viewerCannotUndoBecause } } }';
  type Timeline = { candidacy: { timeline: { id: string; viewerCanUndo: boolean; viewerCannotUndoBecause: Code }[] } | null };
  const toldOfLast = async (account: string, { id }: Told) =>
    await toldOf(account, line, id, ({ candidacy: way }: Timeline) => (way ? { can: way.timeline.at(-1)!.viewerCanUndo, because: way.timeline.at(-1)!.viewerCannotUndoBecause } : { can: false, because: 'NOT_FOUND' }));
  const takenUp = async (withPaper = false) => {
    const { candidacy } = await change(world, 'STAFF', 'takeUpMember', { person: somebody(), ...once() });
    if (withPaper) expect(await refusedBy('STAFF', 'recordPaper', { candidacy: candidacy!.id, kind: 'APPLICATION', isThere: true, madeOn: '2025-07-20', ...once() })).toBeNull();
    return candidacy!;
  };
  const undo = async (account: string, { id, version, timeline }: Told) => await refusedBy(account, 'undoStep', { candidacy: id, expectedVersion: version, step: timeline.at(-1)!.id, reason: 'Ghi nhầm' });

  test.each<[string, () => Promise<Told>, object]>([
    ['an act of the cell', async () => await walk(world, 'STAFF', await candidate(world, 'STAFF', unit.cell), [['LISTED', '2025-07-10']]), daily],
    ['an act of the decider', async () => await upTo(4), { ...daily, BOARD: null, SECRETARY: 'FORBIDDEN_FOR_ROLE', 'cell.secretary': 'FORBIDDEN_FOR_ROLE', 'cell.board': 'NOT_YOUR_BODY' }],
    ['that a member was taken up', async () => await takenUp(), daily],
    ['that a member was taken up whose file is not empty', async () => await takenUp(true), refusedDaily('FILE_NOT_EMPTY')],
    ['the beginning', async () => await candidate(world, 'STAFF', unit.cell), { ...refusedDaily('NOT_THE_LAST_STEP'), BOARD: 'NOT_THE_LAST_STEP', 'cell.board': 'NOT_THE_LAST_STEP' }],
    ['at a unit that has closed', async () => atClosed, { ...refusedDaily('UNIT_CLOSED'), BOARD: 'UNIT_CLOSED', 'cell.board': 'NOT_FOUND', 'cell.secretary': 'NOT_FOUND' }],
  ])('a step is undone by who is told so: %s', async (_, make, expected) => {
    expect(await agree(make, toldOfLast, undo)).toEqual(expected);
  });

  const terms = 'query($id: ID!) { candidacy(id: $id) { beginAgain { viewerCan viewerCannotBecause } } }';
  let member: Promise<Told> | undefined;
  const memberUntilLately = async () => await (member ??= upTo(5).then(async (way) => await walk(world, 'STAFF', way, [['LEFT_BY_REQUEST', '2026-01-12', { documentNumber: '2-QĐ' }]])));
  type Terms = { candidacy: { beginAgain: { viewerCan: boolean; viewerCannotBecause: Code } } | null };

  test.each<[string, () => Promise<Told>, object]>([
    ['who was dropped', async () => await dropped(unit.cell), daily],
    ['who was a member until lately', memberUntilLately, refusedDaily('TOO_SOON_AFTER_LEAVING')],
    ['a unit that has closed', async () => atClosed, { ...refusedDaily('UNIT_CLOSED'), 'cell.secretary': 'NOT_FOUND' }],
  ])('a way is begun again by who is told so: %s', async (_, make, expected) => {
    const seen = await agree(
      make,
      async (account, { id }) => await toldOf(account, terms, id, ({ candidacy: way }: Terms) => (way ? { can: way.beginAgain.viewerCan, because: way.beginAgain.viewerCannotBecause } : { can: false, because: account === 'cell.board' ? 'FORBIDDEN_FOR_ROLE' : 'NOT_FOUND' })),
      async (account, { id, version }) => await refusedBy(account, 'beginAgain', { candidacy: id, expectedVersion: version, on: '2026-02-01', consentNumber: '3-CV/TU', isHardship: true, ...once() }),
    );
    expect(seen).toEqual(expected);
  });

  test('what lies in its file is kept by who is told so, whatever it is', async () => {
    const keeps = 'query($id: ID!) { candidacy(id: $id) { viewerCanKeepFile viewerCannotKeepFileBecause } }';
    type Keeps = { candidacy: { viewerCanKeepFile: boolean; viewerCannotKeepFileBecause: Code } };
    const { id } = await candidate(world, 'STAFF', unit.cell);
    const inFile = async () => {
      const [key, from] = [once(), '2025-07-20'];
      expect(await refusedBy('STAFF', 'recordPaper', { candidacy: id, kind: 'APPLICATION', isThere: true, madeOn: from, ...key })).toBeNull();
      expect(await refusedBy('STAFF', 'nameParticipant', { candidacy: id, kind: 'NOMINATOR', organisation: 'YOUTH_UNION', from, ...once() })).toBeNull();
      const { candidacy } = await world.data<{ candidacy: { papers: { kind: string; papers: { id: string; version: number }[] }[]; participants: { id: string; version: number }[] } }>(
        'STAFF', 'query($id: ID!) { candidacy(id: $id) { papers { kind papers { id version } } participants { id version } } }', { id });
      return { paper: candidacy.papers.find(({ kind }) => kind === 'APPLICATION')!.papers[0]!, participant: candidacy.participants.at(-1)! };
    };
    type InFile = Awaited<ReturnType<typeof inFile>>;
    const changes: [string, (file: InFile) => object][] = [
      ['recordPaper', () => ({ kind: 'BIOGRAPHY', isThere: true, madeOn: '2025-07-20', ...once() })],
      ['changePaper', ({ paper }) => ({ paper: paper.id, expectedVersion: paper.version, isThere: true, madeOn: '2025-07-21' })],
      ['nameParticipant', () => ({ kind: 'NOMINATOR', organisation: 'TRADE_UNION', from: '2025-07-20', ...once() })],
      ['dismissParticipant', ({ participant }) => ({ participant: participant.id, expectedVersion: participant.version, on: '2025-07-25' })],
    ];
    for (const [mutation, input] of changes) {
      const seen = await agree(
        inFile,
        async (account) => await toldOf(account, keeps, id, ({ candidacy: way }: Keeps) => ({ can: way.viewerCanKeepFile, because: way.viewerCannotKeepFileBecause })),
        async (account, file) => await refusedBy(account, mutation, { candidacy: id, ...input(file) }),
      );
      expect(seen, mutation).toEqual(daily);
    }
  });
});

describe('of a person', () => {
  const rights = `query($id: ID!) { person(id: $id) { version viewerCanTakeUp viewerCannotTakeUpBecause viewerCanCorrect viewerCannotCorrectBecause viewerCanMark viewerCannotMarkBecause
    viewerCanMarkLasting viewerCannotMarkLastingBecause viewerCanUnlock viewerCannotUnlockBecause viewerCanRecordSensitive viewerCannotRecordSensitiveBecause } }`;
  const toldTo = (may: string) => async (account: string, id: string) =>
    await toldOf(account, rights, id, ({ person }: { person: Record<string, boolean | Code> }) => ({ can: person[`viewerCan${may}`] === true, because: person[`viewerCannot${may}Because`] as Code }));
  const aCandidate = async () => (await candidate(world, 'STAFF', unit.cell)).person.id;
  const whoLeft = async () => opaque('Person', former[0]!.id);

  test.each<[string, () => Promise<string>, object]>([
    ['a member', async () => somebody(), daily],
    ['a candidate', aCandidate, refusedDaily('WAY_ON_RECORD')],
    ['who left', whoLeft, refusedDaily('MEMBERS_ONLY')],
  ])('a way is taken up by who is told so: %s', async (_, make, expected) => {
    expect(await agree(make, toldTo('TakeUp'), async (account, person) => await refusedBy(account, 'takeUpMember', { person, ...once() }))).toEqual(expected);
  });

  test.each<[string, () => Promise<string>, object]>([
    ['a member', async () => opaque('Person', waiting[0]!.id), daily],
    ['who left', whoLeft, daily],
  ])('a correction is made by who is told so: %s', async (_, make, expected) => {
    const correct = async (account: string, person: string) => await refusedBy(account, 'correctPerson', { person, expectedVersion: 1, fullName: 'Lò Văn Khác', dryRun: true });
    expect(await agree(make, toldTo('Correct'), correct)).toEqual(expected);
  });

  test.each<[string, () => Promise<string>, object, object]>([
    ['a member', async () => somebody(), daily, daily],
    ['a candidate', aCandidate, daily, refusedDaily('MEMBERS_ONLY')],
    ['who left', whoLeft, daily, refusedDaily('MEMBERS_ONLY')],
  ])('marks are noted by who is told so: %s', async (_, make, achievements, lasting) => {
    const mark = (more: object) => async (account: string, person: string) => await refusedBy(account, 'recordMark', { person, on: '2025-05-19', ...more, ...once() });
    expect(await agree(make, toldTo('Mark'), mark({ kind: 'AWARD', title: 'Giấy khen' }))).toEqual(achievements);
    expect(await agree(make, toldTo('MarkLasting'), mark({ kind: 'EXEMPTION', documentNumber: '3-QĐ' }))).toEqual(lasting);
  });

  test('a mark is taken back by who is told so', async () => {
    const marked = async () => {
      const person = somebody();
      expect(await refusedBy('STAFF', 'recordMark', { person, kind: 'AWARD', title: 'Giấy khen', on: '2025-05-19', ...once() })).toBeNull();
      return { person, mark: (await world.data<{ person: { marks: { id: string }[] } }>('STAFF', 'query($id: ID!) { person(id: $id) { marks { id } } }', { id: person })).person.marks[0]!.id };
    };
    expect(await agree(marked, async (account, { person }) => await toldTo('Mark')(account, person), async (account, input) => await refusedBy(account, 'takeBackMark', { ...input, reason: 'Ghi nhầm' }))).toEqual(daily);
  });

  test('sensitive fields are unlocked and recorded by who is told so, thirty people a day', async () => {
    const make = async () => opaque('Person', waiting[0]!.id);
    const unlock = async (account: string, person: string) => await refusedBy(account, 'unlockSensitive', { person, reason: 'VERIFYING' });
    const working = { ...daily, BOARD: null, 'cell.board': null };
    expect(await agree(make, toldTo('Unlock'), unlock)).toEqual(working);
    const record = async (account: string, person: string) => {
      const { data } = await world.ask<{ unlockSensitive: { facts: { version: string } } | null }>(account, 'mutation($input: UnlockSensitiveInput!) { unlockSensitive(input: $input) { ... on SensitiveUnlocked { facts { version } } } }', { input: { person, reason: 'VERIFYING' } });
      return await refusedBy(account, 'recordSensitive', { person, expectedVersion: data?.unlockSensitive?.facts.version ?? '', ethnicGroup: '03', religion: '02' });
    };
    expect(await agree(make, toldTo('RecordSensitive'), record)).toEqual(daily);
    for (let times = 0; times < 30; times += 1) await unlock('STAFF', await make());
    expect(await agree(make, toldTo('Unlock'), unlock)).toEqual({ ...working, STAFF: 'TOO_MANY_UNLOCKS' });
  });
});

describe('of a letter', () => {
  const options = 'query($id: ID!) { person(id: $id) { transferOptions { reach viewerCan viewerCannotBecause } } }';
  type Options = { person: { transferOptions: { reach: string; viewerCan: boolean; viewerCannotBecause: Code }[] } };
  const withLetter = async () => {
    const person = somebody();
    await issued(world, 'STAFF', person, { toUnit: unit.office });
    return person;
  };
  const outside = { ...daily, 'cell.secretary': 'NOT_YOUR_BODY' };

  test.each<[string, () => Promise<string>, Record<string, object>]>([
    ['a member', async () => somebody(), { INSIDE_ORGANISATION: daily, UNDER_ONE_UPPER: outside, OUTSIDE: outside }],
    ['who has one', withLetter, { OUTSIDE: refusedDaily('LETTER_OPEN') }],
    ['who left', async () => opaque('Person', former[1]!.id), { OUTSIDE: refusedDaily('NOT_POSSIBLE_IN_THIS_STATE') }],
  ])('it is issued by who is told so: %s', async (_, make, expected) => {
    const sent: Record<string, object> = { INSIDE_ORGANISATION: { kind: 'INTERNAL', destination: 'Chi bộ 2' }, UNDER_ONE_UPPER: { kind: 'OFFICIAL', destination: 'Cơ quan', isUnderOneUpper: true }, OUTSIDE: { kind: 'OFFICIAL', destination: 'Tỉnh khác' } };
    for (const [reach, of] of Object.entries(expected)) {
      const seen = await agree(
        make,
        async (account, id) => await toldOf(account, options, id, ({ person }: Options) => person.transferOptions.filter((option) => option.reach === reach).map(({ viewerCan, viewerCannotBecause }) => ({ can: viewerCan, because: viewerCannotBecause }))[0]),
        async (account, person) => await refusedBy(account, 'issueTransfer', { person, letterNumber: '4-GT', on: '2026-02-02', ...sent[reach], ...once() }),
      );
      expect(seen, reach).toEqual(of);
    }
  });

  const rights = 'query($id: ID!) { transfer(id: $id) { version viewerCanAccept viewerCannotAcceptBecause viewerCanCancel viewerCannotCancelBecause viewerCanEnd viewerCannotEndBecause } }';
  const letter = async (state: 'ISSUED' | 'RUNNING' | 'CANCELLED', more: object = {}) => {
    const made = await issued(world, 'STAFF', somebody(), { toUnit: unit.office, ...(state === 'RUNNING' ? { kind: 'TEMPORARY', until: '2026-08-01' } : {}), ...more });
    if (state === 'RUNNING') return (await accept(world, 'STAFF', made.letter)).transfer!;
    return state === 'CANCELLED' ? (await sign(world, 'STAFF', 'cancelTransfer', { transfer: made.letter.id, expectedVersion: 1, reason: 'Ghi nhầm' })).transfer! : made.letter;
  };
  type Letter = Awaited<ReturnType<typeof letter>>;
  const notOpen = refusedDaily('LETTER_NOT_OPEN');

  test.each<[string, string, object, () => Promise<Letter>, object]>([
    ['accepted while it waits', 'Accept', { on: '2026-02-10' }, async () => await letter('ISSUED'), { ...daily, 'cell.secretary': 'NOT_YOUR_SIDE' }],
    ['not accepted twice', 'Accept', { on: '2026-02-10' }, async () => await letter('RUNNING'), { ...notOpen, 'cell.secretary': 'NOT_YOUR_SIDE' }],
    ['not accepted once it is cancelled', 'Accept', { on: '2026-02-10' }, async () => await letter('CANCELLED'), { ...notOpen, 'cell.secretary': 'NOT_YOUR_SIDE' }],
    ['cancelled while it waits', 'Cancel', { reason: 'Ghi nhầm' }, async () => await letter('ISSUED'), daily],
    ['not cancelled afterwards', 'Cancel', { reason: 'Ghi nhầm' }, async () => await letter('RUNNING'), notOpen],
    ['ended while it runs', 'End', { on: '2026-03-01' }, async () => await letter('RUNNING'), daily],
    ['not ended before', 'End', { on: '2026-03-01' }, async () => await letter('ISSUED'), notOpen],
  ])('it is %s, by who is told so', async (_, act, input, make, expected) => {
    const seen = await agree(
      make,
      async (account, { id }) => await toldOf(account, rights, id, ({ transfer }: { transfer: Record<string, boolean | Code> }) => ({ can: transfer[`viewerCan${act}`] === true, because: transfer[`viewerCannot${act}Because`] as Code })),
      async (account, { id, version }) => await refusedBy(account, act === 'End' ? 'endTemporaryTransfer' : `${act.toLowerCase()}Transfer`, { transfer: id, expectedVersion: version, ...input }),
    );
    expect(seen).toEqual(expected);
  });
});
