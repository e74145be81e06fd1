import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdMember, insertTakenUp } from '../../src/contexts/people/persistence/member-writes.ts';
import { takeUp } from '../../src/contexts/people/domain/take-up.ts';
import { opaque } from '../properties/literals.ts';
import { forgetWays } from '../worlds/ways.ts';
import { rule } from '../rule.ts';
import { open, province, type OpenWorld, type PersonBuilder } from '../world.ts';
import { candidate, change, finishClass, passed, record, told, walk, type Outcome, type Told } from './candidacy-support.ts';

/* Members who were members before their way was recorded: it is taken up out of what is on record, and then they can leave. */

let world: OpenWorld;
let cell: string;
const members: Record<'old' | 'dated' | 'gone' | 'removed' | 'twice' | 'far' | 'walls' | 'wrong' | 'filed' | 'probationary' | 'undated' | 'former', PersonBuilder> = {} as never;

beforeAll(async () => {
  const tree = province('p');
  const district = tree.district('d');
  const under = district.commune('c');
  const first = under.cell('1');
  cell = opaque('Unit', first.id);
  for (const name of ['old', 'gone', 'removed', 'twice', 'far', 'walls', 'wrong', 'filed'] as const) members[name] = first.member(`Nông Thị ${name}`);
  members.dated = first.person('Nông Thị Đủ Ngày').happens('ADMITTED', '2019-03-10').happens('RECOGNISED', '2020-03-10');
  members.probationary = first.person('Nông Thị Dự Bị').happens('ADMITTED', '2024-11-15');
  members.undated = first.person('Nông Thị Thiếu Ngày').happens('OPENING_PROBATIONARY', '2025-11-15');
  members.former = first.member('Nông Thị Cũ').happens('LEFT', '2018-01-10');
  first.account('secretary', 'SECRETARY');
  district.account('staff', 'STAFF').account('board', 'BOARD').account('observer', 'OBSERVER');
  tree.district('e').account('elsewhere', 'STAFF');
  world = await open(tree);
  await forgetWays(world.owner, Object.values(members).map(({ id }) => id));
}, 120_000);
afterAll(async () => {
  await world.close();
});

async function takeUpAs(account: string, { id }: { readonly id: string }, idempotencyKey: string = randomUUID()): Promise<Outcome> {
  return await change(world, account, 'takeUpMember', { person: opaque('Person', id), idempotencyKey });
}

async function takenUp(member: PersonBuilder): Promise<Told> {
  const { candidacy, ...refused } = await takeUpAs('staff', member);
  if (!candidacy) throw new Error(JSON.stringify(refused));
  return candidacy;
}

const measures = ['members', 'officialMembers', 'probationaryMembers', 'admitted', 'recognised', 'deceased', 'removed', 'left'] as const;
type Figures = Record<(typeof measures)[number], number>;

async function figures(knownAt: string | null = null): Promise<Figures> {
  const data = await world.data<{ unit: { rollup: Record<string, { value: number }> } }>(
    'staff',
    `query($id: ID!, $knownAt: DateTime) { unit(id: $id) { rollup(period: "2020-01-01/2026-12-31", knownAt: $knownAt) { ${measures.map((measure) => `${measure} { value }`).join(' ')} } } }`,
    { id: cell, knownAt },
  );
  return Object.fromEntries(measures.map((measure) => [measure, data.unit.rollup[measure]!.value])) as Figures;
}

interface EntryRow {
  readonly measure: string;
  readonly delta: number;
  readonly on: string;
  readonly occupation: string;
}

async function entriesOf({ id }: { readonly id: string }): Promise<EntryRow[]> {
  return (await world.owner.query<EntryRow>('select measure, delta, occurred_on::text as on, occupation from entry where subject_id = $1 order by recorded_at, measure', [id])).rows;
}

const anHourAgo = () => new Date(Date.now() - 3_600_000).toISOString();
const today = (days = 0) => new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

rule('lập quá trình của đảng viên đã có từ trước khi có dữ liệu', 'quy ước của hệ thống', () => {
  test('is taken up without a change of any count; the death afterwards posts its entries once, as the member was counted', async () => {
    const [before, known, posted] = [await figures(), await figures(anHourAgo()), await entriesOf(members.old)];
    const begun = await takenUp(members.old);
    expect(begun).toMatchObject({ state: 'OFFICIAL', stage: 'OFFICIAL', version: 1, deadline: null, person: { state: 'OFFICIAL', ceremonyOn: null, officialOn: null } });
    expect(begun.timeline).toMatchObject([{ step: 'TAKEN_UP', on: '2015-01-01', recordedBy: 'staff', viewerCanUndo: true, viewerCannotUndoBecause: null }]);
    expect([await figures(), await entriesOf(members.old)]).toEqual([before, posted]);
    // What changed in life meanwhile is not what the member was counted as.
    await world.owner.query(`update person set occupation = 'WORKER' where id = $1`, [members.old.id]);
    expect(await record(world, 'staff', begun, 'DECEASED', '2014-12-31')).toMatchObject({ code: 'DATE_BEFORE_LAST_STEP', field: 'on' });
    const dead = await walk(world, 'secretary', begun, [['DECEASED', '2026-02-03']]);
    expect(dead).toMatchObject({ state: 'DECEASED', stage: 'CLOSED', steps: [], person: { state: 'FORMER' } });
    const after = { ...before, members: before.members - 1, officialMembers: before.officialMembers - 1, deceased: before.deceased + 1 };
    expect(await figures()).toEqual(after);
    const fresh = (await entriesOf(members.old)).slice(posted.length);
    expect(fresh.map(({ measure, delta, on, occupation }) => [measure, delta, on, occupation])).toEqual([
      ['DECEASED', 1, '2026-02-03', 'FARMER'],
      ['OFFICIAL_MEMBERS', -1, '2026-02-03', 'FARMER'],
    ]);
    expect(await record(world, 'secretary', dead, 'DECEASED', '2026-02-03')).toMatchObject({ code: 'NOT_POSSIBLE_IN_THIS_STATE' });
    expect(await figures(anHourAgo())).toEqual(known);
    // Undone, the member is one again, and what was taken up stays.
    const undone = await change(world, 'secretary', 'undoStep', { candidacy: dead.id, expectedVersion: dead.version, step: dead.timeline.at(-1)!.id, reason: 'Ghi nhầm người' });
    expect(undone.candidacy).toMatchObject({ state: 'OFFICIAL', person: { state: 'OFFICIAL', ceremonyOn: null, officialOn: null } });
    expect(await figures()).toEqual(before);
  });

  test('keeps the dates on record and the rules of the day of the ceremony', async () => {
    const begun = await takenUp(members.dated);
    const { candidacy } = await world.data<{ candidacy: Record<string, unknown> }>('staff', 'query($id: ID!) { candidacy(id: $id) { beganOn lastStepOn rulePack ceremonyOn officialOn isReadmission papersNeeded isRecognitionDue } }', { id: begun.id });
    expect(candidacy).toEqual({ beganOn: '2019-03-10', lastStepOn: '2020-03-10', rulePack: 'RULES_2016', ceremonyOn: '2019-03-10', officialOn: '2020-03-10', isReadmission: false, papersNeeded: 0, isRecognitionDue: false });
    const before = await figures();
    const gone = await walk(world, 'staff', begun, [['LEFT_BY_REQUEST', '2026-02-10', { documentNumber: '4-QĐ/HU' }]]);
    expect(gone.person).toMatchObject({ state: 'FORMER', ceremonyOn: '2019-03-10', officialOn: '2020-03-10' });
    expect(await figures()).toEqual({ ...before, members: before.members - 1, officialMembers: before.officialMembers - 1, left: before.left + 1 });
  });

  test('of a probationary member goes on to recognition, twelve months after the ceremony, and back where that is undone', async () => {
    const before = await figures();
    const begun = await takenUp(members.probationary);
    expect(await figures()).toEqual(before);
    // Thirty working days after 15/11/2025.
    expect(begun).toMatchObject({ state: 'PROBATIONARY', deadline: { kind: 'RECOGNITION_PROPOSAL', dueOn: '2025-12-26', isOverdue: true }, person: { ceremonyOn: '2024-11-15', officialOn: null } });
    const { candidacy: terms } = await world.data<{ candidacy: Record<string, unknown> }>('staff', 'query($id: ID!) { candidacy(id: $id) { probationEndsOn rulePack deadline { runsFrom } } }', { id: begun.id });
    expect(terms).toEqual({ probationEndsOn: '2025-11-15', rulePack: 'RULES_2021', deadline: { runsFrom: '2025-11-15' } });
    const { todo } = await world.data<{ todo: { items: { nodes: { candidacy: { id: string } }[] } } }>('staff', '{ todo { items(group: OVERDUE, first: 100) { nodes { candidacy { id } } } } }');
    expect(todo.items.nodes.map(({ candidacy }) => candidacy.id)).toContain(begun.id);
    expect((await record(world, 'staff', begun, 'RECOGNITION_PROPOSED', '2025-11-14', { vote: passed })).code).toBe('PROBATION_NOT_OVER');
    await finishClass(world, 'staff', begun, '2025-06-10');
    const recognised = await walk(world, 'staff', begun, [['RECOGNITION_PROPOSED', '2025-12-01', { vote: passed }], ['RECOGNITION_SUBMITTED', '2025-12-05', { vote: passed }], ['RECOGNISED', '2025-12-20', { documentNumber: '7-QĐ/HU' }]]);
    expect(recognised).toMatchObject({ state: 'OFFICIAL', person: { state: 'OFFICIAL', officialOn: '2025-11-15' } });
    expect(await figures()).toEqual({ ...before, officialMembers: before.officialMembers + 1, probationaryMembers: before.probationaryMembers - 1, recognised: before.recognised + 1 });
    const undone = await change(world, 'staff', 'undoStep', { candidacy: recognised.id, expectedVersion: recognised.version, step: recognised.timeline.at(-1)!.id, reason: 'Sai ngày' });
    expect(undone.candidacy).toMatchObject({ state: 'RECOGNITION_SUBMITTED', person: { state: 'PROBATIONARY', ceremonyOn: '2024-11-15', officialOn: null } });
    expect(await figures()).toEqual(before);
  });

  test('of an official member without dates ends by removal as one of an official member, and can be begun again once', async () => {
    const begun = await takenUp(members.removed);
    const propose = { vote: passed, reason: 'Bỏ sinh hoạt', removalGround: 'NO_WILL' };
    expect((await record(world, 'staff', begun, 'REMOVAL_PROPOSED', '2020-01-05', { ...propose, removalGround: 'UNFIT_IN_PROBATION' })).code).toBe('GROUND_NOT_POSSIBLE');
    const proposed = await walk(world, 'staff', begun, [['REMOVAL_PROPOSED', '2020-01-05', propose]]);
    expect(proposed).toMatchObject({ state: 'REMOVAL_PROPOSED', person: { state: 'OFFICIAL' } });
    expect(proposed.steps.map(({ step }) => step)).toContain('EXPELLED');
    const declined = await walk(world, 'staff', proposed, [['REMOVAL_DECLINED', '2020-01-10', { reason: 'Đã tiến bộ' }]]);
    expect(declined).toMatchObject({ state: 'OFFICIAL', person: { state: 'OFFICIAL' } });
    const removed = await walk(world, 'staff', declined, [['REMOVAL_PROPOSED', '2020-02-05', propose], ['REMOVED', '2020-02-20', { documentNumber: '9-QĐ/HU', vote: passed }]]);
    const { candidacy: again } = await change(world, 'staff', 'beginAgain', { candidacy: removed.id, expectedVersion: removed.version, on: today(), consentNumber: '3-CV/TU', idempotencyKey: randomUUID() });
    expect(again).toMatchObject({ state: 'SOURCE', person: { id: removed.person.id, state: 'CANDIDATE' } });
    const { candidacy } = await world.data<{ candidacy: { isReadmission: boolean } }>('staff', 'query($id: ID!) { candidacy(id: $id) { isReadmission } }', { id: again!.id });
    expect(candidacy.isReadmission).toBe(true);
  });

  test('of an official member is not on the way, and nothing to do', async () => {
    const read = async () =>
      await world.data<{ stageCounts: { stage: string; count: number }[]; todo: { counts: unknown } }>('staff', '{ stageCounts { stage count } todo { counts { group count } } }');
    const before = await read();
    await takenUp(members.gone);
    const after = await read();
    const without = ({ stageCounts }: typeof before) => stageCounts.filter(({ stage }) => stage !== 'OFFICIAL');
    expect([without(after), after.todo]).toEqual([without(before), before.todo]);
  });
});

rule('hoàn tác việc lập quá trình', 'quy ước của hệ thống', () => {
  const undo = async (account: string, { id, version, timeline }: Told, more: object = {}) => await change(world, account, 'undoStep', { candidacy: id, expectedVersion: version, step: timeline[0]!.id, reason: 'Nhầm người', ...more });
  const personOf = async ({ id }: { readonly id: string }) =>
    (await world.data<{ person: Record<string, unknown> }>('staff', 'query($id: ID!) { person(id: $id) { state ceremonyOn officialOn candidacy { id } viewerCanTakeUp timeline { ... on TimelineStep { step reason isUndone recordedBy candidacy { id state } } } } }', { id: opaque('Person', id) })).person;

  test('is undone with a reason by who may take up: the member has no way again, is counted as before, and can be taken up anew', async () => {
    const [before, posted] = [await figures(), await entriesOf(members.wrong)];
    const begun = await takenUp(members.wrong);
    expect(await undo('board', begun)).toMatchObject({ code: 'FORBIDDEN_FOR_ROLE', field: 'step' });
    expect(await undo('elsewhere', begun)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await undo('staff', begun, { reason: ' ' })).toMatchObject({ code: 'FACT_MISSING', field: 'reason' });
    expect(await undo('staff', begun, { expectedVersion: 7 })).toMatchObject({ code: 'VERSION_CONFLICT' });
    const { candidacy: undone, stepId } = await undo('secretary', begun);
    expect(undone).toMatchObject({ state: 'TAKEN_BACK', stage: 'CLOSED', version: 2, steps: [], deadline: null, person: { state: 'OFFICIAL' } });
    expect(undone!.timeline).toMatchObject([{ step: 'TAKEN_UP', isUndone: true, viewerCanUndo: false }, { id: stepId, step: 'TAKEN_UP', reverses: begun.timeline[0]!.id, recordedBy: 'secretary', viewerCanUndo: false }]);
    expect([await figures(), await entriesOf(members.wrong)]).toEqual([before, posted]);
    const lines = [{ step: 'TAKEN_UP', reason: null, isUndone: true, recordedBy: 'staff', candidacy: { id: begun.id, state: 'TAKEN_BACK' } }, { step: 'TAKEN_UP', reason: 'Nhầm người', isUndone: false, recordedBy: 'secretary', candidacy: { id: begun.id, state: 'TAKEN_BACK' } }];
    expect(await personOf(members.wrong)).toEqual({ state: 'OFFICIAL', ceremonyOn: null, officialOn: null, candidacy: null, viewerCanTakeUp: true, timeline: lines });
    // It is no way that ended: nobody begins again after it, and nothing can be recorded of it.
    expect((await change(world, 'staff', 'beginAgain', { candidacy: begun.id, expectedVersion: 2, on: today(), idempotencyKey: randomUUID() })).code).toBe('NOT_POSSIBLE_IN_THIS_STATE');
    expect((await record(world, 'staff', undone!, 'DECEASED', '2026-02-03')).code).toBe('NOT_POSSIBLE_IN_THIS_STATE');
    expect((await undo('staff', undone!)).code).toBe('NOT_THE_LAST_STEP');
    const anew = await takenUp(members.wrong);
    expect(anew.id).not.toBe(begun.id);
    expect(await personOf(members.wrong)).toMatchObject({ candidacy: { id: anew.id }, viewerCanTakeUp: false, timeline: [...lines, { step: 'TAKEN_UP', isUndone: false, candidacy: { id: anew.id, state: 'OFFICIAL' } }] });
    const dead = await walk(world, 'staff', anew, [['DECEASED', '2026-02-03']]);
    expect(dead).toMatchObject({ state: 'DECEASED', person: { state: 'FORMER' } });
    expect((await undo('staff', dead)).code).toBe('NOT_THE_LAST_STEP');
    expect(await figures()).toEqual({ ...before, members: before.members - 1, officialMembers: before.officialMembers - 1, deceased: before.deceased + 1 });
  });

  test('is not undone where the file holds something', async () => {
    const begun = await takenUp(members.filed);
    await change(world, 'staff', 'recordPaper', { candidacy: begun.id, kind: 'RECOGNITION_DECISION', isThere: true, madeOn: '2015-01-01', idempotencyKey: randomUUID() });
    expect(await undo('staff', begun)).toMatchObject({ code: 'FILE_NOT_EMPTY', field: 'step' });
    const { candidacy } = await world.data<{ candidacy: { timeline: object[] } }>('staff', 'query($id: ID!) { candidacy(id: $id) { timeline { viewerCanUndo viewerCannotUndoBecause } } }', { id: begun.id });
    expect(candidacy.timeline).toEqual([{ viewerCanUndo: false, viewerCannotUndoBecause: 'FILE_NOT_EMPTY' }]);
    expect((await personOf(members.filed))['candidacy']).toEqual({ id: begun.id });
  });
});

rule('khi nào không lập quá trình', 'quy ước của hệ thống', () => {
  interface Asked {
    readonly person: { readonly viewerCanTakeUp: boolean; readonly viewerCannotTakeUpBecause: string | null } | null;
  }
  const asked = async (account: string, { id }: { readonly id: string }) =>
    (await world.data<Asked>(account, 'query($id: ID!) { person(id: $id) { viewerCanTakeUp viewerCannotTakeUpBecause } }', { id: opaque('Person', id) })).person;

  test('outside the scope, as nobody is there', async () => {
    expect(await takeUpAs('elsewhere', members.far)).toMatchObject({ code: 'NOT_FOUND', field: 'person' });
    expect(await takeUpAs('elsewhere', { id: randomUUID() })).toMatchObject({ code: 'NOT_FOUND', field: 'person' });
    expect(await asked('elsewhere', members.far)).toBeNull();
    expect(await asked('staff', members.far)).toEqual({ viewerCanTakeUp: true, viewerCannotTakeUpBecause: null });
  });

  test('to who does not do the daily work', async () => {
    expect(await takeUpAs('board', members.far)).toMatchObject({ code: 'FORBIDDEN_FOR_ROLE', field: 'person' });
    expect(await asked('board', members.far)).toEqual({ viewerCanTakeUp: false, viewerCannotTakeUpBecause: 'FORBIDDEN_FOR_ROLE' });
    const { errors } = await world.ask('observer', 'mutation($input: TakeUpMemberInput!) { takeUpMember(input: $input) { __typename } }', { input: { person: opaque('Person', members.far.id), idempotencyKey: randomUUID() } });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['FORBIDDEN_FOR_ROLE']);
    expect((await takeUpAs('secretary', members.far)).candidacy?.state).toBe('OFFICIAL');
  });

  test('a second time, which shows the way that is there; sent again under its key it is the same', async () => {
    const key = randomUUID();
    const { candidacy } = await takeUpAs('staff', members.twice, key);
    expect((await takeUpAs('staff', members.twice, key)).candidacy?.id).toBe(candidacy!.id);
    expect((await takeUpAs('staff', members.former, key)).code).toBe('KEY_USED_OTHERWISE');
    expect(await takeUpAs('staff', members.twice)).toMatchObject({ code: 'WAY_ON_RECORD', field: 'person', current: { id: candidacy!.id } });
    expect(await asked('staff', members.twice)).toEqual({ viewerCanTakeUp: false, viewerCannotTakeUpBecause: 'WAY_ON_RECORD' });
  });

  test('of who is no member, or in probation since a day that nobody knows', async () => {
    const { person } = await candidate(world, 'staff', cell, { fullName: 'Nông Thị Nguồn' });
    expect((await change(world, 'staff', 'takeUpMember', { person: person.id, idempotencyKey: randomUUID() })).code).toBe('WAY_ON_RECORD');
    expect((await takeUpAs('staff', members.former)).code).toBe('MEMBERS_ONLY');
    expect(await asked('staff', members.former)).toEqual({ viewerCanTakeUp: false, viewerCannotTakeUpBecause: 'MEMBERS_ONLY' });
    expect((await takeUpAs('staff', members.undated)).code).toBe('CEREMONY_NOT_ON_RECORD');
  });
});

rule('lập quá trình: mỗi lớp bảo vệ tự đủ', 'quy ước của hệ thống', () => {
  const counted = async () => (await world.owner.query<{ count: string }>('select count(*) from candidacy where person_id = $1', [members.walls.id])).rows[0]!.count;

  test("the database's: nobody outside is seen, and no way of theirs is inserted", async () => {
    const everywhere = { lo: '0', hi: '9223372036854775807' };
    const way = { personId: members.walls.id, rulePack: 'RULES_2016', deadline: null, ...takeUp({ state: 'OFFICIAL', admissionDecidedOn: null, ceremonyOn: null, recognitionDecidedOn: null, officialOn: null }, '2015-01-01') };
    const by = { accountId: randomUUID(), displayName: 'x' };
    expect(await world.write('elsewhere', async (transaction) => await holdMember(transaction, everywhere, members.walls.id))).toBeNull();
    expect(await world.write('staff', async (transaction) => (await holdMember(transaction, everywhere, members.walls.id))?.candidacyId)).toBeNull();
    await expect(world.write('elsewhere', async (transaction) => await insertTakenUp(transaction, by, way))).rejects.toThrow('is not there');
    const { rows } = await world.owner.query<{ position: string }>('select position from person where id = $1', [members.walls.id]);
    const named = `insert into candidacy (person_id, position, state, rule_pack, began_on, last_on) values ($1, $2, 'OFFICIAL', 'RULES_2016', '2015-01-01', '2015-01-01')`;
    await expect(world.write('elsewhere', async (transaction) => await transaction.query(named, [members.walls.id, rows[0]!.position]))).rejects.toThrow(/row-level security/);
    await expect(world.write('board', async (transaction) => await transaction.query(named, [members.walls.id, rows[0]!.position]))).rejects.toThrow(/row-level security/);
    expect(await counted()).toBe('0');
  });

  test("the application's: nobody outside is found where the database would show them", async () => {
    const walls = ['person', 'unit', 'candidacy', 'candidacy_step', 'entry', 'entry_sensitive'];
    for (const table of walls) await world.owner.query(`alter table ${table} disable row level security`);
    try {
      expect(await takeUpAs('elsewhere', members.walls)).toMatchObject({ code: 'NOT_FOUND' });
      expect(await takeUpAs('board', members.walls)).toMatchObject({ code: 'FORBIDDEN_FOR_ROLE' });
    } finally {
      for (const table of walls) await world.owner.query(`alter table ${table} enable row level security`);
    }
    expect(await counted()).toBe('0');
  });

  test('of two at the same time, one takes it up and the other hears of it', async () => {
    // Both wait for whoever holds the person, and so for each other.
    await world.owner.query('begin');
    await world.owner.query('select from person where id = $1 for update', [members.walls.id]);
    const both = Promise.all([takeUpAs('staff', members.walls), takeUpAs('secretary', members.walls)]);
    await expect.poll(async () => (await world.owner.query<{ count: number }>(`select count(distinct w.pid)::int from pg_locks w join pg_locks h on h.pid = w.pid join pg_database d on d.oid = h.database where not w.granted and d.datname = current_database()`)).rows[0]!.count).toBe(2);
    await world.owner.query('commit');
    const outcomes = await both;
    expect(outcomes.map(({ code }) => code ?? 'DONE').toSorted()).toEqual(['DONE', 'WAY_ON_RECORD']);
    expect(await counted()).toBe('1');
    const { rows } = await world.owner.query<{ action: string }>(`select action from audit_event where action = 'candidacy.takeUp' and subject_id = (select id from candidacy where person_id = $1)`, [members.walls.id]);
    expect(rows).toHaveLength(1);
    expect((await world.data<{ candidacy: Told }>('staff', `query($id: ID!) { candidacy(id: $id) { ${told} } }`, { id: outcomes.find(({ candidacy }) => candidacy)!.candidacy!.id })).candidacy.state).toBe('OFFICIAL');
  });
});
