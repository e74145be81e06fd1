import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { plusDays } from '../worlds/days.ts';
import { candidate, change, finishClass, introduce, passed, record, told, walk, type Told } from './candidacy-support.ts';
import { authorityOf, changePower, type PowerOutcome } from './rules-support.ts';

/* A commune whose committee is given the power to decide on admissions by the district above it, for a time. */

let world: OpenWorld;
const unit = { province: '', district: '', commune: '', agency: '', delegated: '', cell: '', otherCommune: '' };

beforeAll(async () => {
  const tree = province('p').account('all', 'STAFF');
  const district = tree.district('d').account('staff', 'STAFF').account('board', 'BOARD').account('admin', 'ADMINISTRATOR').account('observer', 'OBSERVER').account('auditor', 'AUDITOR').account('clerk', 'SECRETARY');
  const commune = district.commune('c').account('committee', 'STAFF');
  const cell = commune.cell('1').account('secretary', 'SECRETARY');
  cell.member('Giàng A Páo');
  const agency = district.grassrootsCell('cq');
  const delegated = district.child('DELEGATED_PARTY', 'g');
  const otherCommune = tree.district('e').account('neighbour', 'STAFF').commune('c');
  Object.assign(unit, Object.fromEntries(Object.entries({ province: tree, district, commune, agency, delegated, cell, otherCommune }).map(([name, { id }]) => [name, opaque('Unit', id)])));
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});
beforeEach(async () => {
  await world.owner.query('delete from unit_power');
});

const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);
const give = async (account: string, more: object = {}): Promise<PowerOutcome> =>
  await changePower(world, account, 'givePower', { unit: unit.commune, power: 'DECIDES_ADMISSIONS', from: '2024-01-01', documentNumber: '7-QĐ/HU', idempotencyKey: randomUUID(), ...more });
/** Ends the latest power of the commune. */
async function end(account: string, on: string, more: object = {}): Promise<PowerOutcome> {
  const [latest] = (await authorityOf(world, 'all', unit.commune)).given;
  return await changePower(world, account, 'endPower', { power: latest!.id, expectedVersion: latest!.version, on, documentNumber: '9-QĐ/HU', ...more });
}

describe('a power for a time', () => {
  test('is given by the body above that has it, stands on the unit with its papers, and ends with another', async () => {
    expect(await authorityOf(world, 'staff', unit.commune)).toEqual({ ofKind: ['ISSUES_TARGETS', 'CLASSIFIES'], canBeGiven: ['DECIDES_ADMISSIONS'], viewerCannotBecause: null, decider: { code: 'p.d' }, giver: { code: 'p.d' }, given: [] });
    const given = await give('staff');
    expect(given.unit?.authority).toMatchObject({ decider: { code: 'p.d.c' }, given: [{ from: '2024-01-01', until: null, isInForce: true, documentNumber: '7-QĐ/HU', endedDocumentNumber: null, viewerCanEnd: true }] });
    const ended = await end('board', plusDays(today, -1));
    expect(ended.unit?.authority).toMatchObject({ decider: { code: 'p.d' }, given: [{ until: plusDays(today, -1), isInForce: false, endedDocumentNumber: '9-QĐ/HU', viewerCanEnd: false }] });
    const { rows } = await world.owner.query<{ action: string }>(`select action from audit_event where action like 'power.%' and result = 'DONE' order by id`);
    expect(rows.map(({ action }) => action)).toEqual(['power.give', 'power.end']);
  });

  test('is read by everybody of the tree; a unit that decides by its kind needs none', async () => {
    await give('staff');
    for (const [account, because] of [['observer', 'FORBIDDEN_FOR_ROLE'], ['auditor', 'FORBIDDEN_FOR_ROLE'], ['admin', 'FORBIDDEN_FOR_ROLE'], ['clerk', 'FORBIDDEN_FOR_ROLE'], ['committee', 'NOT_YOUR_BODY'], ['all', null]] as const) {
      expect(await authorityOf(world, account, unit.commune), account).toMatchObject({ viewerCannotBecause: because, given: [{ isInForce: true, viewerCanEnd: because === null }] });
    }
    expect(await authorityOf(world, 'secretary', unit.cell)).toMatchObject({ decider: { code: 'p.d.c' }, canBeGiven: [], giver: null, given: [] });
    expect(await authorityOf(world, 'staff', unit.delegated)).toMatchObject({ ofKind: expect.arrayContaining(['DECIDES_ADMISSIONS']) as string[], canBeGiven: [], decider: { code: 'p.d.g' } });
  });

  test('tells who recorded it to those who read records, and to nobody who reads sums alone', async () => {
    await give('staff');
    const query = 'query ($id: ID!) { unit(id: $id) { authority { given { recordedBy endedBy } } } }';
    for (const account of ['staff', 'board', 'committee']) expect(JSON.stringify(await world.data(account, query, { id: unit.commune })), account).toContain('"recordedBy":"staff"');
    for (const account of ['observer', 'auditor', 'admin']) {
      const { body, errors } = await world.ask(account, query, { id: unit.commune });
      expect(errors.map(({ extensions }) => extensions.code), account).toContain('FORBIDDEN_FOR_ROLE');
      expect(body, account).not.toContain('"recordedBy":"staff"');
    }
  });

  test('follows another without a gap and never overlaps it, however many give it at once', async () => {
    await give('staff', { until: '2024-06-30' });
    expect(await give('staff', { from: '2024-06-30' })).toMatchObject({ code: 'PERIODS_OVERLAP', field: 'from', message: 'Đơn vị đã có quyền này trong một phần của thời gian ấy.' });
    expect(await give('staff', { from: '2023-01-01' })).toMatchObject({ code: 'PERIODS_OVERLAP' });
    const outcomes = await Promise.all(Array.from({ length: 6 }, async () => await give('staff', { from: '2024-07-01' })));
    expect(outcomes.filter(({ code }) => code === 'PERIODS_OVERLAP')).toHaveLength(5);
    expect((await authorityOf(world, 'staff', unit.commune)).given.map(({ from, until }) => [from, until])).toEqual([['2024-07-01', null], ['2024-01-01', '2024-06-30']]);
  });

  test('sent again under its key is given once', async () => {
    const idempotencyKey = randomUUID();
    const outcomes = await Promise.all(Array.from({ length: 6 }, async () => await give('staff', { idempotencyKey })));
    for (const outcome of outcomes) expect(outcome.unit?.code).toBe('p.d.c');
    expect((await authorityOf(world, 'staff', unit.commune)).given).toHaveLength(1);
    expect(await give('staff', { idempotencyKey, from: '2025-01-01' })).toMatchObject({ code: 'KEY_USED_OTHERWISE', field: 'idempotencyKey' });
  });
});

describe('a power is not given', () => {
  const refusals: [string, string, () => object, object][] = [
    ['to a cell that has no committee', 'staff', () => ({ unit: unit.agency }), { code: 'UNIT_CANNOT_HOLD', field: 'unit' }],
    ['to a cell below one', 'staff', () => ({ unit: unit.cell }), { code: 'UNIT_CANNOT_HOLD', field: 'unit' }],
    ['to whom has it by its kind', 'all', () => ({ unit: unit.district }), { code: 'UNIT_CANNOT_HOLD', field: 'unit' }],
    ['by the committee to itself', 'committee', () => ({}), { code: 'NOT_YOUR_BODY', field: 'unit' }],
    ['outside the scope', 'staff', () => ({ unit: unit.otherCommune }), { code: 'NOT_FOUND', field: 'unit' }],
    ['to a unit that is not there', 'staff', () => ({ unit: opaque('Unit', randomUUID()) }), { code: 'NOT_FOUND', field: 'unit' }],
    ['from another district', 'neighbour', () => ({}), { code: 'NOT_FOUND', field: 'unit' }],
    ['without a document', 'staff', () => ({ documentNumber: ' ' }), { code: 'FACT_MISSING', field: 'documentNumber' }],
    ['by a document that cannot be read', 'staff', () => ({ documentNumber: '7\u202E' }), { code: 'TEXT_NOT_POSSIBLE', field: 'documentNumber' }],
    ['for a time that ends before it begins', 'staff', () => ({ until: '2023-12-31' }), { code: 'DATES_NOT_IN_ORDER', field: 'until' }],
  ];
  test.each(refusals)('%s', async (_, account, more, refusal) => {
    expect(await give(account, more())).toMatchObject(refusal);
    expect((await world.owner.query('select from unit_power')).rows).toEqual([]);
    expect((await give('staff')).unit?.code).toBe('p.d.c');
  });

  test('nor ended by roles that do not decide', async () => {
    await give('staff');
    const { id, version } = (await authorityOf(world, 'staff', unit.commune)).given[0]!;
    for (const account of ['admin', 'observer', 'auditor', 'clerk', 'secretary']) {
      for (const [text, type, input] of [
        ['givePower', 'GivePowerInput', { unit: unit.commune, power: 'DECIDES_ADMISSIONS', from: '2024-01-01', documentNumber: '1', idempotencyKey: randomUUID() }],
        ['endPower', 'EndPowerInput', { power: id, expectedVersion: version, on: '2025-01-01', documentNumber: '1' }],
      ] as const) {
        expect((await world.ask(account, `mutation($input: ${type}!) { ${text}(input: $input) { __typename } }`, { input })).errors[0]?.extensions.code, `${account} ${text}`).toBe('FORBIDDEN_FOR_ROLE');
      }
    }
  });

  test.each<[string, string, string, object, object]>([
    ['by the committee itself', 'committee', '2025-01-01', {}, { code: 'NOT_YOUR_BODY', field: 'power' }],
    ['from another district', 'neighbour', '2025-01-01', {}, { code: 'NOT_FOUND', field: 'power' }],
    ['before it began', 'staff', '2023-12-31', {}, { code: 'DATES_NOT_IN_ORDER', field: 'on' }],
    ['after it ends', 'staff', '2025-06-30', {}, { code: 'ALREADY_ENDED', field: 'on' }],
    ['in another version', 'staff', '2025-01-01', { expectedVersion: 7 }, { code: 'VERSION_CONFLICT', field: 'expectedVersion' }],
    ['without a document', 'staff', '2025-01-01', { documentNumber: '' }, { code: 'FACT_MISSING', field: 'documentNumber' }],
  ])('nor ended %s', async (_, account, on, more, refusal) => {
    await give('staff', { until: '2025-06-30' });
    expect(await end(account, on, more)).toMatchObject(refusal);
    expect((await end('staff', '2025-01-01')).unit?.authority.given[0]?.until).toBe('2025-01-01');
  });
});

const facts: Record<string, object> = {
  CELL_PROPOSED: { vote: passed }, COMMITTEE_PROPOSED: { vote: passed }, RECOGNITION_PROPOSED: { vote: passed }, RECOGNITION_SUBMITTED: { vote: passed },
  ADMISSION_DECIDED: { documentNumber: '1-QĐ', vote: passed }, CEREMONY_HELD: { upperConsentNumber: '1-CV' }, RECOGNISED: { documentNumber: '2-QĐ', vote: passed }, RETURNED: { reason: 'Bổ sung hồ sơ' },
};
const early = [['LISTED', '2022-07-10'], ['ENROLLED', '2022-08-01'], ['CERTIFIED', '2022-08-20', { certificateNumber: '15/CN' }], ['FILE_OPENED', '2022-09-05'], ['VERIFICATION_STARTED', '2022-09-10']] as const;

/** Somebody who goes on from the file by steps of 2022 and 2023. */
async function onTheWay(ways: readonly (readonly [step: string, on: string])[]): Promise<Told> {
  const filed = await walk(world, 'all', await candidate(world, 'all', unit.cell, { on: '2022-07-02' }), early);
  await introduce(world, 'all', filed, '2022-09-20');
  await finishClass(world, 'all', filed, '2023-06-10');
  return await walk(world, 'all', filed, ways.map(([step, on]) => [step, on, facts[step] ?? {}] as const));
}

/** Takes what is awaited, one step after the other, to the end. Tells who decided. */
async function finish(from: Told, since: string): Promise<{ state: string; deciders: string[] }> {
  let [at, on] = [from, since];
  const deciders: string[] = [];
  while (at.state !== 'OFFICIAL') {
    const text = `query($id: ID!, $on: Date) { candidacy(id: $id) { steps(on: $on) { step by isAwaited possibleFrom viewerCan unit { code } } } }`;
    const ask = async (): Promise<{ step: string; by: string; possibleFrom: string | null; viewerCan: boolean; unit: { code: string } | null }> => {
      const { candidacy } = await world.data<{ candidacy: { steps: { step: string; by: string; isAwaited: boolean; possibleFrom: string | null; viewerCan: boolean; unit: { code: string } | null }[] } }>('all', text, { id: at.id, on });
      const awaited = candidacy.steps.find(({ isAwaited }) => isAwaited);
      if (!awaited) throw new Error(`nothing is awaited in ${at.state}`);
      return awaited;
    };
    let awaited = await ask();
    if (awaited.possibleFrom !== null && awaited.possibleFrom > on) {
      on = awaited.possibleFrom;
      awaited = await ask();
    }
    expect(awaited.viewerCan, `${at.state} → ${awaited.step}`).toBe(true);
    if (awaited.by === 'DECIDER') deciders.push(awaited.unit?.code ?? '');
    at = await walk(world, 'all', at, [[awaited.step, on, facts[awaited.step] ?? {}]]);
    on = plusDays(on, 1);
  }
  return { state: at.state, deciders };
}

const proposals = [['CELL_PROPOSED', '2022-11-03'], ['COMMITTEE_PROPOSED', '2022-11-12'], ['SUBMITTED', '2022-11-14'], ['ADMISSION_DECIDED', '2022-12-08'], ['CEREMONY_HELD', '2022-12-19'], ['RECOGNITION_PROPOSED', '2023-12-20'], ['RECOGNITION_SUBMITTED', '2023-12-22']] as const;
const returned = [...proposals.slice(0, 3), ['RETURNED', '2022-11-20']] as const;
const direct = proposals.filter(([step]) => step !== 'COMMITTEE_PROPOSED' && step !== 'RECOGNITION_SUBMITTED');

describe('what is on its way', () => {
  test.each<[string, readonly (readonly [string, string])[]]>([
    ['VERIFYING', []], ['CELL_PROPOSED', proposals.slice(0, 1)], ['GRASSROOTS_PROPOSED', proposals.slice(0, 2)], ['SUBMITTED', proposals.slice(0, 3)], ['RETURNED', returned],
    ['ADMISSION_DECIDED', proposals.slice(0, 4)], ['PROBATIONARY', proposals.slice(0, 5)], ['RECOGNITION_PROPOSED', proposals.slice(0, 6)], ['RECOGNITION_SUBMITTED', proposals],
  ])('from %s goes on to the end when the committee is given the power, and the committee decides', async (state, way) => {
    const here = await onTheWay(way);
    expect(here.state).toBe(state);
    // A file is usable for twelve months.
    const from = state === 'VERIFYING' ? '2023-01-01' : '2024-01-01';
    await give('staff', { from });
    const { deciders } = await finish(here, plusDays(from, 9));
    expect(new Set(deciders)).toEqual(new Set(['p.d.c']));
  });

  test.each<[string, readonly (readonly [string, string])[], string]>([
    ['VERIFYING', [], '2022-01-01'], ['CELL_PROPOSED', direct.slice(0, 1), '2022-01-01'], ['GRASSROOTS_PROPOSED', proposals.slice(0, 2), '2022-11-13'], ['SUBMITTED', direct.slice(0, 2), '2022-01-01'],
    ['RETURNED', returned.filter(([step]) => step !== 'COMMITTEE_PROPOSED'), '2022-01-01'], ['ADMISSION_DECIDED', direct.slice(0, 3), '2022-01-01'], ['PROBATIONARY', direct.slice(0, 4), '2022-01-01'],
    ['RECOGNITION_PROPOSED', direct, '2022-01-01'], ['RECOGNITION_SUBMITTED', proposals, '2023-12-23'],
  ])('from %s goes on to the end when the power of the committee ends, and the body above decides', async (state, way, since) => {
    const until = state === 'VERIFYING' ? '2022-12-31' : '2023-12-31';
    await give('staff', { from: since });
    const here = await onTheWay(way);
    expect(here.state).toBe(state);
    await end('staff', until);
    const { deciders } = await finish(here, plusDays(until, 10));
    expect(new Set(deciders)).toEqual(new Set(['p.d']));
  });
});

describe('a step that is recorded late', () => {
  const ago = (days: number) => plusDays(today, -days);
  const way = [['LISTED', ago(300), {}], ['ENROLLED', ago(290), {}], ['CERTIFIED', ago(280), { certificateNumber: '1/CN' }], ['FILE_OPENED', ago(60), {}], ['VERIFICATION_STARTED', ago(55), {}]] as const;

  test('is decided by whose power was in force on its day: one that ended yesterday decides a step of last week and none of today', async () => {
    const filed = await walk(world, 'all', await candidate(world, 'all', unit.cell, { on: ago(310) }), way);
    await introduce(world, 'all', filed, ago(50));
    await give('staff', { from: ago(40), until: ago(1) });
    const submitted = await walk(world, 'secretary', filed, [['CELL_PROPOSED', ago(20), { vote: passed }], ['SUBMITTED', ago(19), {}]]);
    const decision = { documentNumber: '3-QĐ/ĐU', vote: passed };
    expect(submitted.steps.find(({ step }) => step === 'ADMISSION_DECIDED')?.unit?.code).toBe('p.d');
    expect(await record(world, 'committee', submitted, 'ADMISSION_DECIDED', today, decision)).toMatchObject({ code: 'NOT_YOUR_BODY' });
    const decided = (await record(world, 'committee', submitted, 'ADMISSION_DECIDED', ago(7), decision)).candidacy!;
    expect(decided.state).toBe('ADMISSION_DECIDED');
    // Whoever could record it may undo it; the list of steps is that of today.
    const line = decided.timeline.at(-1)!;
    expect(line.viewerCanUndo).toBe(true);
    const undone = await change(world, 'committee', 'undoStep', { candidacy: decided.id, step: line.id, expectedVersion: decided.version, reason: 'Ghi nhầm' });
    expect(undone.candidacy?.state).toBe('SUBMITTED');
    expect((await record(world, 'staff', undone.candidacy!, 'ADMISSION_DECIDED', today, decision)).candidacy?.state).toBe('ADMISSION_DECIDED');
  });

  test('is not decided by a power that began after it', async () => {
    const filed = await walk(world, 'all', await candidate(world, 'all', unit.cell, { on: ago(310) }), way);
    await introduce(world, 'all', filed, ago(50));
    await give('staff', { from: ago(2) });
    // On its day a committee proposed: the cell submits to nobody.
    const proposed = await walk(world, 'secretary', filed, [['CELL_PROPOSED', ago(20), { vote: passed }]]);
    expect(await record(world, 'secretary', proposed, 'SUBMITTED', ago(19))).toMatchObject({ code: 'NOT_POSSIBLE_IN_THIS_STATE' });
    expect((await record(world, 'secretary', proposed, 'SUBMITTED', ago(1))).candidacy?.state).toBe('SUBMITTED');
    const { candidacy } = await world.data<{ candidacy: Told }>('committee', `query($id: ID!) { candidacy(id: $id) { ${told} } }`, { id: proposed.id });
    expect(candidacy.steps.find(({ step }) => step === 'ADMISSION_DECIDED')).toMatchObject({ viewerCan: true, unit: { code: 'p.d.c' } });
  });
});

test('the database itself refuses a power that is not given from above, and shows the chain of no unit outside', async () => {
  const [{ id, lo }] = (await world.owner.query<{ id: string; lo: string }>(`select id, lo::text from unit where code = 'p.d.c'`)).rows as [{ id: string; lo: string }];
  const insert = async (account: string, at: { id: string; lo: string } = { id, lo }) =>
    await world.write(account, async (transaction) => await transaction.query(`insert into unit_power (unit_id, position, power, valid, recorder_name) values ($1, $2, 'DECIDES_ADMISSIONS', '[2020-01-01,2020-02-01)', 'x') returning id`, [at.id, at.lo]));
  // Above the cell the committee has nobody in its scope who could give it.
  const [cell] = (await world.owner.query<{ id: string; lo: string }>(`select id, lo::text from unit where code = 'p.d.c.1'`)).rows as [{ id: string; lo: string }];
  await expect(insert('committee', cell)).rejects.toThrow(/row-level security/);
  await expect(insert('staff')).resolves.toHaveLength(1);
  await world.owner.query('delete from unit_power');
  for (const account of ['committee', 'neighbour', 'admin', 'secretary', 'clerk', 'observer']) await expect(insert(account), account).rejects.toThrow(/row-level security/);
  const chain = async (account: string) => (await world.write(account, async (transaction) => await transaction.query<{ chain: unknown }>('select app.chain_on($1, app.today()) as chain', [id])))[0]!.chain;
  expect(await chain('staff')).toHaveLength(3);
  for (const account of ['neighbour', 'observer', 'admin']) expect(await chain(account), account).toBeNull();
});
