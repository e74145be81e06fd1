import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { candidate, change, introduce, passed, record, told, walk, wayToCeremony, wayToFile, type Told } from './candidacy-support.ts';

/* A district with a commune of two cells, and a grassroots cell; another district beside it. */

let world: OpenWorld;
let cell: string;
let otherCell: string;
let grassrootsCell: string;
let commune: string;
let far: string;

beforeAll(async () => {
  const tree = province('p');
  const district = tree.district('d');
  const under = district.commune('c');
  const first = under.cell('1');
  cell = opaque('Unit', first.id);
  first.member('Ngân Văn Páo');
  otherCell = opaque('Unit', under.cell('2').id);
  const ofAgency = district.grassrootsCell('cq').account('own', 'SECRETARY');
  grassrootsCell = opaque('Unit', ofAgency.id);
  commune = opaque('Unit', under.id);
  const elsewhere = tree.district('e').commune('c').cell('1');
  far = opaque('Unit', elsewhere.id);
  first.account('secretary', 'SECRETARY');
  under.account('committee', 'SECRETARY');
  district.account('staff', 'STAFF').account('board', 'BOARD').account('observer', 'OBSERVER');
  tree.account('province', 'STAFF');
  elsewhere.account('far', 'SECRETARY');
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

async function figures(): Promise<Record<'members' | 'admitted' | 'probationaryMembers' | 'officialMembers' | 'recognised' | 'removed', number>> {
  const fields = ['members', 'admitted', 'probationaryMembers', 'officialMembers', 'recognised', 'removed'];
  const data = await world.data<{ unit: { rollup: Record<string, { value: number }> } }>(
    'province',
    `query($id: ID!) { unit(id: $id) { rollup(period: "2020-01-01/2026-12-31") { ${fields.map((field) => `${field} { value }`).join(' ')} } } }`,
    { id: commune },
  );
  return Object.fromEntries(fields.map((field) => [field, data.unit.rollup[field]!.value])) as Awaited<ReturnType<typeof figures>>;
}

describe('a candidacy', () => {
  test('goes from source to ceremony; with the ceremony the figures change, and the evidence is the person', async () => {
    const before = await figures();
    const added = await candidate(world, 'secretary', cell, { fullName: 'Lường Thị Đôi' });
    expect(added).toMatchObject({ state: 'SOURCE', stage: 'SOURCES', version: 1, deadline: null, person: { state: 'CANDIDATE', fullName: 'Lường Thị Đôi' } });
    const filed = await walk(world, 'staff', added, wayToFile);
    expect(filed.deadline).toMatchObject({ kind: 'DOSSIER_AGES', dueOn: '2026-09-05' });
    await introduce(world, 'secretary', filed);
    const decided = await walk(world, 'staff', filed, wayToCeremony.slice(0, 4));
    expect(decided.deadline).toMatchObject({ kind: 'CEREMONY', dueOn: '2026-01-20', isOverdue: true });
    expect(await figures()).toEqual(before);
    const { candidacy } = await record(world, 'secretary', decided, 'CEREMONY_HELD', '2025-12-19');
    expect(candidacy).toMatchObject({ state: 'PROBATIONARY', person: { state: 'PROBATIONARY', ceremonyOn: '2025-12-19', officialOn: null } });
    expect(await figures()).toEqual({ ...before, members: before.members + 1, admitted: before.admitted + 1, probationaryMembers: before.probationaryMembers + 1 });
    expect(candidacy!.timeline.map(({ step }) => step)).toEqual(['IDENTIFIED', ...[...wayToFile, ...wayToCeremony].map(([step]) => step)]);
    const evidence = await world.data<{ unit: { rollup: { admitted: { evidence: { nodes: { subject: { fullName: string } }[] } } } } }>(
      'staff',
      'query($id: ID!) { unit(id: $id) { rollup(period: "2025-12") { admitted { evidence(first: 100) { nodes { subject { ... on Person { fullName } } } } } } } }',
      { id: cell },
    );
    expect(evidence.unit.rollup.admitted.evidence.nodes.map(({ subject }) => subject.fullName)).toContain('Lường Thị Đôi');
  });

  test('of a grassroots cell is submitted by the cell itself', async () => {
    const filed = await walk(world, 'staff', await candidate(world, 'staff', grassrootsCell), wayToFile);
    await introduce(world, 'staff', filed);
    const proposed = await walk(world, 'staff', filed, [['CELL_PROPOSED', '2025-11-03', { vote: passed }]]);
    expect(proposed.steps.find(({ isAwaited }) => isAwaited)).toMatchObject({ step: 'SUBMITTED', unit: { code: 'p.d.cq' } });
    expect((await record(world, 'staff', proposed, 'COMMITTEE_PROPOSED', '2025-11-12', { vote: passed })).code).toBe('NOT_POSSIBLE_IN_THIS_STATE');
  });

  test('keeps the rule pack of the day on which it began', async () => {
    const { id } = await candidate(world, 'staff', cell, { on: '2025-06-30' });
    expect((await world.data<{ candidacy: { rulePack: string } }>('staff', 'query($id: ID!) { candidacy(id: $id) { rulePack } }', { id })).candidacy.rulePack).toBe('RULES_2021');
  });
});

describe('who records what', () => {
  test('the decision is for a grant over the body that decides; a cell sees the step, and why it is not its own', async () => {
    const filed = await walk(world, 'staff', await candidate(world, 'staff', cell), wayToFile);
    await introduce(world, 'staff', filed);
    const submitted = await walk(world, 'staff', filed, wayToCeremony.slice(0, 3));
    const seen = async (account: string) => (await world.data<{ candidacy: Told }>(account, `query($id: ID!) { candidacy(id: $id) { ${told} } }`, { id: submitted.id })).candidacy.steps.find(({ step }) => step === 'ADMISSION_DECIDED');
    expect(await seen('staff')).toMatchObject({ viewerCan: true, unit: { code: 'p.d' } });
    expect(await seen('board')).toMatchObject({ viewerCan: true });
    expect(await seen('secretary')).toMatchObject({ viewerCan: false, viewerCannotBecause: 'FORBIDDEN_FOR_ROLE' });
    for (const [account, code] of [['secretary', 'FORBIDDEN_FOR_ROLE'], ['committee', 'FORBIDDEN_FOR_ROLE'], ['far', 'NOT_FOUND']] as const) {
      expect((await record(world, account, submitted, 'ADMISSION_DECIDED', '2025-12-08', { documentNumber: '1' })).code, account).toBe(code);
    }
    expect((await record(world, 'board', submitted, 'ADMISSION_DECIDED', '2025-12-08', { documentNumber: '1' })).candidacy?.state).toBe('ADMISSION_DECIDED');
  });

  test('the resolution of the committee is not for the cell, and the one of the cell not for a board', async () => {
    const filed = await walk(world, 'staff', await candidate(world, 'staff', cell), wayToFile);
    await introduce(world, 'staff', filed);
    expect((await record(world, 'board', filed, 'CELL_PROPOSED', '2025-11-03', { vote: passed })).code).toBe('FORBIDDEN_FOR_ROLE');
    const proposed = await walk(world, 'secretary', filed, wayToCeremony.slice(0, 1));
    expect(await record(world, 'secretary', proposed, 'COMMITTEE_PROPOSED', '2025-11-12', { vote: passed })).toMatchObject({ code: 'NOT_YOUR_BODY', message: 'Bước này do cấp trên ghi.' });
    expect((await record(world, 'committee', proposed, 'COMMITTEE_PROPOSED', '2025-11-12', { vote: passed })).candidacy?.state).toBe('GRASSROOTS_PROPOSED');
  });

  test('whoever sees sums alone sees no candidacy and changes none', async () => {
    for (const text of ['{ candidacies(first: 1) { totalCount } }', '{ todo { today } }', '{ stageCounts { count } }']) {
      expect((await world.ask('observer', text)).errors[0]?.extensions.code, text).toBe('FORBIDDEN_FOR_ROLE');
      expect((await world.ask(null, text)).errors[0]?.extensions.code, text).toBe('UNAUTHENTICATED');
      expect((await world.ask('staff', text)).errors, text).toEqual([]);
    }
  });

  test('a power that was given to a committee lets it decide while it lasts', async () => {
    await world.owner.query(`insert into unit_power (unit_id, position, power, valid) select id, lo, 'DECIDES_ADMISSIONS', daterange('2025-11-01', null) from unit where code = 'p.d.c'`);
    const filed = await walk(world, 'staff', await candidate(world, 'staff', cell), wayToFile);
    await introduce(world, 'staff', filed);
    const proposed = await walk(world, 'staff', filed, wayToCeremony.slice(0, 1));
    expect(proposed.steps.find(({ isAwaited }) => isAwaited)?.step).toBe('SUBMITTED');
    const submitted = await walk(world, 'secretary', proposed, [['SUBMITTED', '2025-11-14']]);
    expect(submitted.steps.find(({ step }) => step === 'ADMISSION_DECIDED')?.unit?.code).toBe('p.d.c');
    await world.owner.query('delete from unit_power');
  });
});

describe('a change that does not fit', () => {
  test('of another version is refused with what stands now, and changes nothing', async () => {
    const added = await candidate(world, 'staff', cell);
    const [first, second] = await Promise.all([record(world, 'staff', added, 'LISTED', '2025-07-10'), record(world, 'secretary', added, 'DROPPED', '2025-07-11', { reason: 'Chuyển đi nơi khác' })]);
    const [done, refused] = first.candidacy ? [first, second] : [second, first];
    expect(refused).toMatchObject({ code: 'VERSION_CONFLICT', field: 'expectedVersion', current: { id: added.id, version: 2, state: done.candidacy!.state } });
  });

  test.each<[string, object, object]>([
    ['a name of one letter', { fullName: 'A' }, { code: 'NAME_NOT_POSSIBLE', field: 'fullName' }],
    ['a name that turns its direction', { fullName: 'Lò Văn \u202Ean' }, { code: 'NAME_NOT_POSSIBLE', field: 'fullName' }],
    ['a name of ten thousand letters', { fullName: 'a'.repeat(10_000) }, { code: 'NAME_NOT_POSSIBLE', field: 'fullName' }],
    ['a birth after the day', { birthDate: '2025-08-01' }, { code: 'BIRTH_DATE_NOT_POSSIBLE', field: 'birthDate' }],
    ['a day to come', { on: '2099-12-31' }, { code: 'DATE_IN_FUTURE', field: 'on' }],
    ['an occupation that no list has', { occupation: 'PIRATE' }, { code: 'VALUE_NOT_KNOWN', field: 'occupation' }],
    ['a unit above the cells', { unit: 'COMMUNE' }, { code: 'UNIT_HOLDS_NO_MEMBERS', field: 'unit' }],
    ['a unit elsewhere', { unit: 'FAR' }, { code: 'NOT_FOUND', field: 'unit' }],
  ])('%s', async (_, given, refusal) => {
    const units: Record<string, string> = { COMMUNE: commune, FAR: far };
    const input = { unit: cell, fullName: 'Lò Văn Ún', birthDate: '1999-05-20', gender: 'M', on: '2025-07-02', idempotencyKey: randomUUID(), ...given };
    const people = async () => (await world.owner.query<{ count: string }>('select count(*) from person')).rows[0]!.count;
    const before = await people();
    const outcome = await change(world, 'staff', 'addCandidate', { ...input, unit: units[input.unit] ?? input.unit });
    expect(outcome).toMatchObject(refusal);
    expect(outcome.message).not.toBe('');
    expect(await people()).toBe(before);
  });

  test('a name in decomposed letters is kept composed', async () => {
    const added = await candidate(world, 'staff', cell, { fullName: '  Quàng  Thị Hồng\u00A0Nhung '.normalize('NFD') });
    expect(added.person.fullName).toBe('Quàng Thị Hồng Nhung'.normalize('NFC'));
  });

  test('somebody of the same name and date of birth is asked about, whatever the marks; somebody elsewhere is not told of', async () => {
    await candidate(world, 'staff', cell, { fullName: 'Cầm Bá Đức', birthDate: '2001-01-01' });
    const again = { unit: otherCell, fullName: 'Cam Ba Duc', birthDate: '2001-01-01', gender: 'M', on: '2025-07-02' };
    expect(await change(world, 'staff', 'addCandidate', { ...again, idempotencyKey: randomUUID() })).toMatchObject({ code: 'ALREADY_KNOWN', field: 'fullName' });
    expect((await change(world, 'far', 'addCandidate', { ...again, unit: far, idempotencyKey: randomUUID() })).candidacy?.state).toBe('SOURCE');
    expect((await change(world, 'staff', 'addCandidate', { ...again, idempotencyKey: randomUUID(), isSomebodyElse: true })).candidacy?.state).toBe('SOURCE');
  });
});

test('a refusal carries the step and the day, or the number, that stand against it, and says them in both languages', async () => {
  const listed = await walk(world, 'staff', await candidate(world, 'staff', cell), [['LISTED', '2025-07-10']]);
  const refused = async (mutation: string, input: object) =>
    (await world.data<{ outcome: object }>('staff', `mutation($input: ${mutation}Input!) { outcome: ${mutation[0]!.toLowerCase()}${mutation.slice(1)}(input: $input) { ... on CandidacyRefused { code field limit { from until step given most character } vi: message(language: VI) en: message(language: EN) } } }`, { input })).outcome;
  const none = { from: null, until: null, step: null, given: null, most: null, character: null };
  const step = { candidacy: listed.id, expectedVersion: listed.version, step: 'ENROLLED' };
  expect(await refused('RecordStep', { ...step, on: '2025-07-09' })).toEqual({
    code: 'DATE_BEFORE_LAST_STEP', field: 'on', limit: { ...none, from: '2025-07-10', step: 'LISTED' }, vi: 'Trước ngày 10/07/2025 (bước “Đưa vào danh sách cảm tình Đảng”).', en: 'Before 10/07/2025 (the step “Put on the list of candidates”).',
  });
  expect(await refused('RecordStep', { ...step, on: '2025-07-11', documentNumber: 'x'.repeat(101) })).toMatchObject({ code: 'TEXT_NOT_POSSIBLE', field: 'documentNumber', limit: { ...none, given: 101, most: 100 } });
  // What was undone is no step before it; what stands is.
  const enrolled = await walk(world, 'staff', listed, [['ENROLLED', '2025-08-01']]);
  const { candidacy: undone } = await change(world, 'staff', 'undoStep', { candidacy: listed.id, step: enrolled.timeline.at(-1)!.id, expectedVersion: enrolled.version, reason: 'Ghi nhầm' });
  expect(await refused('RecordStep', { ...step, expectedVersion: undone!.version, on: '2025-07-09' })).toMatchObject({ limit: { from: '2025-07-10', step: 'LISTED' } });
  const born = { unit: cell, fullName: 'Lò Thị Bé', gender: 'F', on: '2025-07-02', idempotencyKey: randomUUID() };
  expect(await refused('AddCandidate', { ...born, birthDate: '2025-07-03' })).toMatchObject({ code: 'BIRTH_DATE_NOT_POSSIBLE', limit: { from: '1924-07-03', until: '2011-07-02', step: 'IDENTIFIED' } });
  for (const day of ['1924-07-02', '2011-07-03']) expect(await refused('AddCandidate', { ...born, birthDate: day })).toMatchObject({ code: 'BIRTH_DATE_NOT_POSSIBLE' });
  for (const day of ['1924-07-03', '2011-07-02']) expect(await refused('AddCandidate', { ...born, birthDate: day, idempotencyKey: randomUUID() })).toEqual({});
});

describe('under one key', () => {
  const input = () => ({ unit: cell, fullName: 'Vì Văn Sao', birthDate: '1998-03-03', gender: 'M', on: '2025-07-02', isSomebodyElse: true, idempotencyKey: randomUUID() });

  test('fifty at once add one, and all are told of it', async () => {
    const same = input();
    const outcomes = await Promise.all(Array.from({ length: 50 }, async () => await change(world, 'staff', 'addCandidate', same)));
    expect(new Set(outcomes.map(({ candidacy }) => candidacy?.id)).size).toBe(1);
    const { rows } = await world.owner.query<{ count: string }>(`select count(*) from person where full_name = 'Vì Văn Sao'`);
    expect(rows[0]!.count).toBe('1');
  });

  test('something else is refused; another account may use the same; after a day it is free', async () => {
    const same = { ...input(), fullName: 'Vì Văn Hặc' };
    const first = await change(world, 'staff', 'addCandidate', same);
    expect((await change(world, 'staff', 'addCandidate', { ...same, fullName: 'Vì Văn Khác' })).code).toBe('KEY_USED_OTHERWISE');
    const other = await change(world, 'secretary', 'addCandidate', same);
    expect(other.candidacy!.id).not.toBe(first.candidacy!.id);
    await world.owner.query(`update idempotency_key set used_at = now() - interval '25 hours' where key = $1`, [same.idempotencyKey]);
    const later = await change(world, 'staff', 'addCandidate', same);
    expect(later.candidacy!.id).not.toBe(first.candidacy!.id);
  });

  test('what was made is told only to whoever may still see it', async () => {
    const same = { ...input(), fullName: 'Vì Văn Ngọc' };
    const first = await change(world, 'secretary', 'addCandidate', same);
    await world.owner.query(`update person set unit_id = u.id, position = u.lo from unit u where u.code = 'p.d.c.2' and full_name = 'Vì Văn Ngọc'`);
    const again = await change(world, 'secretary', 'addCandidate', same);
    expect(first.candidacy).toBeDefined();
    expect(again).toMatchObject({ code: 'NOT_FOUND' });
  });

  test('a step is recorded once, also where nobody heard of the first time, and told of as it was', async () => {
    const { id, version } = await candidate(world, 'staff', cell, { fullName: 'Vì Văn Bước' });
    const same = { candidacy: id, expectedVersion: version, step: 'LISTED', on: '2025-07-10', idempotencyKey: randomUUID() };
    const outcomes = await Promise.all(Array.from({ length: 8 }, async () => await change(world, 'staff', 'recordStep', same)));
    expect(new Set(outcomes.map(({ stepId }) => stepId)).size).toBe(1);
    expect(outcomes.map(({ candidacy }) => candidacy?.timeline.filter(({ step }) => step === 'LISTED').length)).toEqual(outcomes.map(() => 1));
    expect((await change(world, 'staff', 'recordStep', { ...same, on: '2025-07-11' })).code).toBe('KEY_USED_OTHERWISE');
    // Without its key it is what it looks like: the change of a version that is gone.
    expect((await change(world, 'staff', 'recordStep', { ...same, idempotencyKey: null })).code).toBe('VERSION_CONFLICT');
  });
});

describe('a wrong step', () => {
  test('is undone with its entries; both lines stay, with the reason', async () => {
    const filed = await walk(world, 'staff', await candidate(world, 'staff', cell, { fullName: 'Tòng Thị Ón' }), wayToFile);
    await introduce(world, 'staff', filed);
    const before = await figures();
    const member = await walk(world, 'staff', filed, wayToCeremony);
    const last = member.timeline.at(-1)!;
    expect(last).toMatchObject({ step: 'CEREMONY_HELD', viewerCanUndo: true });
    const undo = { candidacy: member.id, step: last.id, expectedVersion: member.version };
    expect((await change(world, 'staff', 'undoStep', { ...undo, reason: '  ' })).code).toBe('FACT_MISSING');
    const { candidacy } = await change(world, 'staff', 'undoStep', { ...undo, reason: 'Ghi nhầm người' });
    expect(candidacy).toMatchObject({ state: 'ADMISSION_DECIDED', person: { state: 'CANDIDATE', ceremonyOn: null } });
    expect(candidacy!.timeline.slice(-2)).toMatchObject([{ id: last.id, isUndone: true }, { reverses: last.id }]);
    expect(await figures()).toEqual(before);
    expect((await record(world, 'staff', candidacy!, 'CEREMONY_HELD', '2025-12-20')).candidacy?.person.ceremonyOn).toBe('2025-12-20');
  });

  test('that the cell itself submitted is undone by the cell', async () => {
    const filed = await walk(world, 'staff', await candidate(world, 'staff', grassrootsCell), wayToFile);
    await introduce(world, 'staff', filed);
    const submitted = await walk(world, 'staff', filed, [['CELL_PROPOSED', '2025-11-03', { vote: passed }], ['SUBMITTED', '2025-11-14']]);
    const last = submitted.timeline.at(-1)!;
    expect(last).toMatchObject({ step: 'SUBMITTED', viewerCanUndo: true });
    const { candidacy } = await change(world, 'own', 'undoStep', { candidacy: submitted.id, step: last.id, expectedVersion: submitted.version, reason: 'Gửi nhầm' });
    expect(candidacy?.state).toBe('CELL_PROPOSED');
  });

  test('is undone only if it is the last, and by whoever may record it', async () => {
    const listed = await walk(world, 'staff', await candidate(world, 'staff', cell), wayToFile.slice(0, 2));
    const [, first, last] = listed.timeline;
    // The page says beforehand what the change would be answered.
    expect(listed.timeline.map(({ viewerCannotUndoBecause }) => viewerCannotUndoBecause)).toEqual(['NOT_THE_LAST_STEP', 'NOT_THE_LAST_STEP', null]);
    const undo = async (account: string, step: string) => await change(world, account, 'undoStep', { candidacy: listed.id, step, expectedVersion: listed.version, reason: 'x' });
    expect((await undo('staff', first!.id)).code).toBe('NOT_THE_LAST_STEP');
    expect((await undo('secretary', last!.id)).code).toBe('NOT_YOUR_BODY');
    expect((await undo('far', last!.id)).code).toBe('NOT_FOUND');
    expect((await undo('staff', last!.id)).candidacy?.state).toBe('LISTED');
  });
});

type Counted = { totalCount: number; nodes: { person: { fullName: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

describe('lists', () => {
  test('are read to their end in Vietnamese order of given names, and found without marks', async () => {
    const names: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const data: { candidacies: Counted } = await world.data('staff', 'query($after: String) { candidacies(first: 7, after: $after) { totalCount nodes { person { fullName } } pageInfo { hasNextPage endCursor } } }', { after });
      names.push(...data.candidacies.nodes.map(({ person }) => person.fullName));
      total = data.candidacies.totalCount;
      after = data.candidacies.pageInfo.hasNextPage ? data.candidacies.pageInfo.endCursor : null;
    } while (after !== null);
    expect(names.length).toBe(total);
    const given = names.map((name) => name.split(' ').at(-1)!);
    expect(given).toEqual(given.toSorted(new Intl.Collator('vi').compare));
    const found = await world.data<{ candidacies: Counted }>('staff', '{ candidacies(first: 5, filter: { search: "nhung quang" }) { totalCount nodes { person { fullName } } pageInfo { hasNextPage endCursor } } }');
    expect(found.candidacies.nodes.map(({ person }) => person.fullName)).toEqual(['Quàng Thị Hồng Nhung']);
  });

  test('by deadline hold the most urgent first, and those without one last; the stages add up to the list', async () => {
    const data = await world.data<{ candidacies: { totalCount: number; nodes: { deadline: { dueOn: string } | null }[] }; stageCounts: { stage: string; count: number; overdue: number }[]; overdue: { totalCount: number } }>(
      'staff', '{ candidacies(first: 100, orderBy: DEADLINE) { totalCount nodes { deadline { dueOn } } } stageCounts { stage count overdue } overdue: candidacies(first: 1, filter: { isOverdue: true }) { totalCount } }');
    const due = data.candidacies.nodes.map(({ deadline }) => deadline?.dueOn ?? '9');
    expect(due).toEqual(due.toSorted());
    expect(data.stageCounts.reduce((sum, { count }) => sum + count, 0)).toBe(data.candidacies.totalCount);
    expect(data.stageCounts.reduce((sum, { overdue }) => sum + overdue, 0)).toBe(data.overdue.totalCount);
    expect(data.overdue.totalCount).toBeGreaterThan(0);
  });
});


test('the rules in force and the days that are not worked can be read by everyone who is signed in', async () => {
  const { rulePacks, holidays } = await world.data<{ rulePacks: { code: string; source: string; decisionWorkingDays: number; papers: { form: string | null }[] }[]; holidays: { days: { day: string; nameVi: string }[] } }>(
    'observer', '{ rulePacks { code source decisionWorkingDays papers { form } } holidays(year: 2021) { days { day nameVi } } }');
  expect(rulePacks.map(({ code }) => code)).toEqual(['RULES_2016', 'RULES_2021', 'RULES_2025']);
  expect(rulePacks.at(-1)).toMatchObject({ decisionWorkingDays: 60, source: expect.stringContaining('294-QĐ/TW') as string });
  expect(holidays.days.map(({ day }) => day)).toEqual(['2021-01-01', '2021-02-10', '2021-02-11', '2021-02-12', '2021-02-15', '2021-02-16', '2021-04-21', '2021-04-30', '2021-05-03', '2021-09-02', '2021-09-03']);
  expect((await world.ask(null, '{ rulePacks { code } }')).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
});
