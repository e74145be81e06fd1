import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { rule } from '../rule.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { candidate, change, finishClass, introduce, passed, record, told, walk, wayToCeremony, wayToFile, type Told } from './candidacy-support.ts';

/* Members whose twelve months are over, under one decision; and what is to do, for each level. */

let world: OpenWorld;
let cell: string;

beforeAll(async () => {
  const tree = province('p');
  const district = tree.district('d');
  const under = district.commune('c');
  const first = under.cell('1');
  cell = opaque('Unit', first.id);
  first.member('Ma Văn Giới Thiệu');
  first.account('secretary', 'SECRETARY');
  under.account('committee', 'SECRETARY');
  district.account('staff', 'STAFF');
  tree.account('province', 'STAFF');
  tree.district('e').account('far', 'STAFF');
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

/** A member of a year ago and more, proposed by cell and committee. */
async function proposed(fullName: string): Promise<Told> {
  const added = await candidate(world, 'staff', cell, { fullName, on: '2024-01-02' });
  const early = (way: readonly (readonly [string, string, object])[]) => way.map(([step, on, facts]) => [step, `${Number(on.slice(0, 4)) - 1}${on.slice(4)}`, facts] as const);
  const filed = await walk(world, 'staff', added, early(wayToFile));
  await introduce(world, 'staff', filed, '2024-09-20');
  await finishClass(world, 'staff', filed, '2025-06-10');
  return await walk(world, 'staff', filed, [...early(wayToCeremony), ['RECOGNITION_PROPOSED', '2025-12-22', { vote: passed }], ['RECOGNITION_SUBMITTED', '2025-12-29', { vote: passed }]]);
}

interface Decided {
  readonly isWritten?: boolean;
  readonly lines?: { readonly index: number; readonly refused: { readonly code: string } | null }[];
  readonly code?: string;
}

async function recognise(account: string, members: readonly Pick<Told, 'id' | 'version'>[], more: object = {}): Promise<Decided> {
  const input = { step: 'RECOGNISED', candidacies: members.map(({ id, version }) => ({ candidacy: id, expectedVersion: version })), on: '2026-01-12', documentNumber: '7-QĐ/HU', ...more };
  const data = await world.data<{ recordSteps: Decided }>(
    account,
    `mutation($input: RecordStepsInput!) { recordSteps(input: $input) { ... on RecordStepsDone { isWritten lines { index refused { code } } } ... on CandidacyRefused { code } } }`,
    { input },
  );
  return data.recordSteps;
}

async function recognised(): Promise<number> {
  const data = await world.data<{ unit: { rollup: { recognised: { value: number } } } }>('staff', 'query($id: ID!) { unit(id: $id) { rollup(period: "2025") { recognised { value } } } }', { id: cell });
  return data.unit.rollup.recognised.value;
}

rule('một quyết định công nhận nhiều người, có hiệu lực từ ngày mỗi người hết 12 tháng dự bị', 'QĐ 29-QĐ/TW, mục 4.2', () => {
  test('is judged first, and recognises all of them with effect from the day on which the twelve months ended', async () => {
    const members = [await proposed('An Thị Một'), await proposed('An Thị Hai'), await proposed('An Thị Ba')];
    const before = await recognised();
    expect(await recognise('staff', members, { dryRun: true })).toEqual({ isWritten: false, lines: members.map((_, index) => ({ index, refused: null })) });
    expect(await recognised()).toBe(before);
    expect(await recognise('staff', members)).toMatchObject({ isWritten: true });
    expect(await recognised()).toBe(before + 3);
    const data = await world.data<{ people: { nodes: { officialOn: string; recognitionDecidedOn: string }[] } }>('staff', '{ people(first: 9, filter: { search: "an thi", states: [OFFICIAL] }) { nodes { officialOn recognitionDecidedOn } } }');
    expect(data.people.nodes).toEqual(members.map(() => ({ officialOn: '2025-12-19', recognitionDecidedOn: '2026-01-12' })));
  });

  test('recognises once for a key, also where nobody heard of the first time', async () => {
    const members = [await proposed('An Thị Chín'), await proposed('An Thị Mười')];
    const before = await recognised();
    const idempotencyKey = randomUUID();
    expect(await recognise('staff', members, { idempotencyKey, dryRun: true })).toMatchObject({ isWritten: false });
    const first = await recognise('staff', members, { idempotencyKey });
    expect(first).toMatchObject({ isWritten: true });
    expect(await recognise('staff', members, { idempotencyKey })).toEqual(first);
    expect(await recognised()).toBe(before + 2);
    expect(await recognise('staff', members.slice(0, 1), { idempotencyKey })).toMatchObject({ code: 'KEY_USED_OTHERWISE' });
    expect((await recognise('staff', members))).toMatchObject({ isWritten: false, lines: [{ refused: { code: 'VERSION_CONFLICT' } }, { refused: { code: 'VERSION_CONFLICT' } }] });
  });

  test('recognises nobody where one of them cannot be, and says which', async () => {
    const [ready, changed] = [await proposed('An Thị Bốn'), await proposed('An Thị Năm')];
    await record(world, 'staff', changed, 'EXTENDED', '2025-12-30', { reason: 'Chờ ý kiến' });
    const early = await candidate(world, 'staff', cell, { fullName: 'An Thị Sáu' });
    const before = await recognised();
    const outcome = await recognise('staff', [ready, changed, early, { id: opaque('Candidacy', cell), version: 1 }, ready]);
    expect(outcome).toEqual({
      isWritten: false,
      lines: [null, 'VERSION_CONFLICT', 'NOT_POSSIBLE_IN_THIS_STATE', 'NOT_FOUND', 'NOT_POSSIBLE_IN_THIS_STATE'].map((code, index) => ({ index, refused: code && { code } })),
    });
    expect(await recognised()).toBe(before);
    expect(await recognise('secretary', [ready])).toMatchObject({ lines: [{ refused: { code: 'FORBIDDEN_FOR_ROLE' } }] });
    expect(await recognise('far', [ready])).toMatchObject({ lines: [{ refused: { code: 'NOT_FOUND' } }] });
    expect(await recognise('staff', Array.from({ length: 201 }, () => ready))).toEqual({ code: 'TOO_MANY' });
    expect(await recognise('staff', [ready])).toMatchObject({ isWritten: true });
  });

  test('sends people to a class under one document, and records no step for which each needs a fact of their own', async () => {
    const listed = await Promise.all(['An Thị Mười', 'An Thị Mười Một'].map(async (fullName) => await walk(world, 'staff', await candidate(world, 'staff', cell, { fullName }), [['LISTED', '2025-07-10']])));
    const enrol = { step: 'ENROLLED', on: '2025-08-01', documentNumber: '5-QĐ/ĐU' };
    expect(await recognise('secretary', listed, enrol), 'the committee sends').toMatchObject({ isWritten: false, lines: [{ refused: { code: 'NOT_YOUR_BODY' } }, { refused: { code: 'NOT_YOUR_BODY' } }] });
    expect(await recognise('committee', listed, enrol)).toMatchObject({ isWritten: true });
    const now = await Promise.all(listed.map(async ({ id }) => (await world.data<{ candidacy: Told }>('staff', `query($id: ID!) { candidacy(id: $id) { ${told} } }`, { id })).candidacy));
    expect(now.map(({ state, timeline }) => [state, timeline.at(-1)!.step, timeline.at(-1)!.recordedBy])).toEqual([['TRAINING', 'ENROLLED', 'committee'], ['TRAINING', 'ENROLLED', 'committee']]);
    expect(await recognise('staff', now, { step: 'CERTIFIED', on: '2025-08-20', documentNumber: null })).toMatchObject({ isWritten: false, lines: [{ refused: { code: 'FACT_MISSING' } }, { refused: { code: 'FACT_MISSING' } }] });
  });

  test('of two at the same time, one recognises and the other hears of it', async () => {
    const members = await Promise.all(['An Thị Bảy', 'An Thị Tám'].map(proposed));
    const outcomes = await Promise.all([recognise('staff', members), recognise('province', members.toReversed())]);
    expect(outcomes.map(({ isWritten }) => isWritten).toSorted()).toEqual([false, true]);
    expect(outcomes.find(({ isWritten }) => !isWritten)?.lines?.map(({ refused }) => refused?.code)).toEqual(['VERSION_CONFLICT', 'VERSION_CONFLICT']);
  });
});

rule('đã đề nghị xóa tên thì không công nhận', 'quy ước của hệ thống', () => {
  test('after a removal was proposed, recognition is not possible, and the exit counts', async () => {
    const member = await proposed('An Thị Chín');
    const refused = await walk(world, 'staff', member, [['REMOVAL_PROPOSED', '2026-01-05', { vote: passed, reason: 'Không phấn đấu', removalGround: 'UNFIT_IN_PROBATION' }]]);
    expect(await recognise('staff', [refused])).toMatchObject({ lines: [{ refused: { code: 'NOT_POSSIBLE_IN_THIS_STATE' } }] });
    const removed = await walk(world, 'staff', refused, [['REMOVED', '2026-01-20', { documentNumber: '8-QĐ/HU', vote: passed }]]);
    expect(removed).toMatchObject({ state: 'REMOVED', stage: 'CLOSED', steps: [], person: { state: 'FORMER' } });
  });
});

rule('số liệu đã biết ở một thời điểm không đổi vì việc ghi muộn', 'quy ước của hệ thống', () => {
  test('what is recorded late changes no figure as it was known before', async () => {
    const read = async (knownAt: string | null) =>
      (await world.data<{ unit: { rollup: { admitted: { value: number } } } }>('staff', 'query($id: ID!, $knownAt: DateTime) { unit(id: $id) { rollup(period: "2024", knownAt: $knownAt) { admitted { value } } } }', { id: cell, knownAt })).unit.rollup.admitted.value;
    const before = new Date(Date.now() - 120_000).toISOString();
    const [known, now] = [await read(before), await read(null)];
    await proposed('Bế Thị Sau');
    expect([await read(before), await read(null)]).toEqual([known, now + 1]);
  });
});

rule('việc cần làm: quá hạn trước, mỗi cấp thấy việc chờ mình', 'quy ước của hệ thống', () => {
  interface Todo {
    readonly counts: { readonly group: string; readonly count: number }[];
    readonly items: { readonly totalCount: number; readonly nodes: { readonly id: string; readonly state: string; readonly deadline: { readonly dueOn: string; readonly isOverdue: boolean } | null }[] };
  }
  interface Answer {
    readonly todo: { readonly counts: Todo['counts']; readonly items: { readonly totalCount: number; readonly nodes: { readonly candidacy: Todo['items']['nodes'][number] }[] } };
  }
  const todo = async (account: string, group: string): Promise<Todo> => {
    const { counts, items } = (await world.data<Answer>(account, 'query($group: TodoGroup!) { todo { counts { group count } items(group: $group, first: 100) { totalCount nodes { candidacy { id state deadline { dueOn isOverdue } } } } } }', { group })).todo;
    return { counts, items: { ...items, nodes: items.nodes.map(({ candidacy }) => candidacy) } };
  };

  test('holds what is overdue first, and each candidacy once', async () => {
    const late = await proposed('Bế Thị Muộn');
    const { counts, items } = await todo('staff', 'OVERDUE');
    expect(items.nodes.map(({ id }) => id)).toContain(late.id);
    expect(items.nodes.every(({ deadline }) => deadline?.isOverdue)).toBe(true);
    const due = items.nodes.map(({ deadline }) => deadline!.dueOn);
    expect(due).toEqual(due.toSorted());
    for (const { group, count } of counts) expect((await todo('staff', group)).items.totalCount, group).toBe(count);
    const all = (await Promise.all(counts.map(async ({ group }) => (await todo('staff', group)).items.nodes.map(({ id }) => id)))).flat();
    expect(new Set(all).size).toBe(all.length);
  });

  test('tells each level what waits for it', async () => {
    const filed = await walk(world, 'staff', await candidate(world, 'staff', cell, { fullName: 'Bế Thị Đợi', on: today(-9) }), [
      ['LISTED', today(-8)], ['CERTIFIED', today(-7), { certificateNumber: '1' }], ['FILE_OPENED', today(-6)], ['VERIFICATION_STARTED', today(-5)],
    ]);
    const waits = async (account: string) => (await todo(account, 'WAITING_FOR_ME')).items.nodes.some(({ id }) => id === filed.id);
    const who = async () => await Promise.all(['secretary', 'committee', 'staff', 'province'].map(waits));
    expect(await who()).toEqual([true, false, false, false]);
    await introduce(world, 'staff', filed, today(-5));
    const byCell = await walk(world, 'staff', filed, [['CELL_PROPOSED', today(-4), { vote: passed }]]);
    expect(await who()).toEqual([false, true, false, false]);
    const byCommittee = await walk(world, 'staff', byCell, [['COMMITTEE_PROPOSED', today(-3), { vote: passed }], ['SUBMITTED', today(-2)]]);
    expect(await who()).toEqual([false, false, true, false]);
    await walk(world, 'staff', byCommittee, [['RETURNED', today(-1), { reason: 'Thiếu giấy tờ' }]]);
    expect(await who()).toEqual([false, false, false, false]);
    expect((await todo('secretary', 'RETURNED')).items.nodes.map(({ id }) => id)).toContain(filed.id);
  });

  test('tells the one who decides where three votes have failed, before their limit is near', async () => {
    const added = await candidate(world, 'staff', cell, { fullName: 'Bế Thị Bế Tắc', on: '2024-01-02' });
    const filed = await walk(world, 'staff', added, wayToFile.map(([step, on, facts]) => [step, `2024${on.slice(4)}`, facts] as const));
    await introduce(world, 'staff', filed, '2024-09-20');
    let stands = await walk(world, 'staff', filed, wayToCeremony.map(([step, on, facts]) => [step, step === 'CEREMONY_HELD' ? today(-366) : `2024${on.slice(4)}`, step === 'CEREMONY_HELD' ? { upperConsentNumber: '7-CV/HU' } : facts] as const));
    const failed = ['VOTE_FAILED', today(0), { vote: { base: 9, present: 9, inFavour: 5 } }] as const;
    for (const expected of [false, false, true]) {
      stands = await walk(world, 'staff', stands, [failed]);
      await world.owner.query(`update candidacy set due_on = current_date + 100 where id = $1`, [Buffer.from(added.id, 'base64url').toString().split(':')[1]]);
      const { counts, items } = await todo('staff', 'WAITING_FOR_ME');
      expect(items.nodes.some(({ id }) => id === added.id)).toBe(expected);
      expect(counts.find(({ group }) => group === 'WAITING_FOR_ME')?.count ?? 0).toBe(items.totalCount);
      expect((await todo('committee', 'WAITING_FOR_ME')).items.nodes.some(({ id }) => id === added.id)).toBe(false);
    }
  });
});

rule('công nhận quá 30 ngày làm việc là chậm', 'QĐ 29-QĐ/TW, mục 4.3; QĐ 232-QĐ/TW, mục 4', () => {
  test('a death has no limit, so it is never late; a recognition after thirty working days is', async () => {
    const [dead, late] = [await proposed('Bế Thị Mất'), await proposed('Bế Thị Trễ')];
    const after = await walk(world, 'staff', dead, [['DECEASED', '2026-06-01']]);
    expect(after.timeline.at(-1)).toMatchObject({ step: 'DECEASED', isLate: false });
    const decided = await walk(world, 'staff', late, [['RECOGNISED', '2026-06-01', { documentNumber: '8-QĐ/HU' }]]);
    expect(decided.timeline.at(-1)).toMatchObject({ step: 'RECOGNISED', isLate: true });
  });
});

/** The calendar day in Viet Nam, so many days from now. */
function today(days: number): string {
  return new Date(Date.now() + 7 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
}

rule('người đã ra khỏi danh sách được xét lại', 'HD 09-HD/BTCTW (2017)', () => {
  test('somebody who was dropped begins again without consent, with a certificate that can still be used, and is no readmission', async () => {
    const dropped = await walk(world, 'staff', await candidate(world, 'staff', cell, { fullName: 'Chá Thị Dừng' }), [['LISTED', '2025-07-10'], ['DROPPED', '2025-08-01', { reason: 'Chuyển nơi ở' }]]);
    const again = async (account: string, more: object = {}) => await change(world, account, 'beginAgain', { candidacy: dropped.id, expectedVersion: dropped.version, on: '2025-09-01', idempotencyKey: randomUUID(), ...more });
    expect(await again('secretary', { on: '2025-07-31' })).toMatchObject({ code: 'DATE_BEFORE_LAST_STEP', field: 'on' });
    expect(await again('far')).toMatchObject({ code: 'NOT_FOUND' });
    const { candidacy: begun } = await again('secretary');
    expect(begun).toMatchObject({ state: 'SOURCE', person: { id: dropped.person.id, state: 'CANDIDATE' } });
    const certified = await walk(world, 'staff', begun!, [['LISTED', '2025-09-02'], ['CERTIFIED', '2024-03-10', { certificateNumber: '4/CN' }]]);
    const { candidacy: read } = await world.data<{ candidacy: { isReadmission: boolean; lastStepOn: string; certificateOn: string } }>('staff', 'query($id: ID!) { candidacy(id: $id) { isReadmission lastStepOn certificateOn } }', { id: certified.id });
    expect(read).toEqual({ isReadmission: false, lastStepOn: '2025-09-02', certificateOn: '2024-03-10' });
  });
});

rule('kết nạp lại: sau 36 tháng, cấp tỉnh đồng ý, một lần, dự bị lại từ đầu', 'QĐ 294-QĐ/TW, mục 3.5.1, 3.5.2', () => {
  test('somebody removed long ago begins again once, with the whole way before them; what was is not touched', async () => {
    const member = await proposed('Chá Thị Lại');
    const removed = await walk(world, 'staff', member, [['REMOVAL_PROPOSED', '2026-01-05', { vote: passed, reason: 'x', removalGround: 'UNFIT_IN_PROBATION' }], ['REMOVED', '2026-01-20', { documentNumber: '9-QĐ/HU', vote: passed }]]);
    const readmit = async (from: Pick<Told, 'id' | 'version'>, more: object = {}) =>
      await change(world, 'staff', 'beginAgain', { candidacy: from.id, expectedVersion: from.version, on: today(0), consentNumber: '3-CV/TU', idempotencyKey: randomUUID(), ...more });
    expect((await readmit(removed)).code).toBe('TOO_SOON_AFTER_LEAVING');
    await world.owner.query(`update candidacy set left_on = '2022-01-20' where id = $1`, [Buffer.from(removed.id, 'base64url').toString().split(':')[1]]);
    expect((await readmit(removed, { consentNumber: ' ' })).code).toBe('FACT_MISSING');
    const { candidacy: again } = await readmit(removed);
    expect(again).toMatchObject({ state: 'SOURCE', person: { id: removed.person.id, state: 'CANDIDATE' } });
    expect(again!.id).not.toBe(removed.id);
    expect((await readmit(removed)).code).toBe('VERSION_CONFLICT');
    const before = (await world.data<{ candidacy: Told }>('staff', `query($id: ID!) { candidacy(id: $id) { ${told} } }`, { id: removed.id })).candidacy;
    expect([before.state, before.timeline.length, before.steps]).toEqual(['REMOVED', removed.timeline.length, []]);
    expect((await change(world, 'staff', 'undoStep', { candidacy: removed.id, step: removed.timeline.at(-1)!.id, expectedVersion: before.version, reason: 'x' })).code).toBe('NOT_THE_LAST_STEP');
  });
});
