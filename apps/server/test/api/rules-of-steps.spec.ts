import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { rule } from '../rule.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { candidate, change, introduce, passed, record, walk, wayToCeremony, wayToFile, type Told } from './candidacy-support.ts';

/* The rules of single steps through the API: what is asked for beforehand, what is refused, and what is told with the step for good. */

let world: OpenWorld;
let cell: string;
let empowered: string;

beforeAll(async () => {
  const tree = province('p').account('staff', 'STAFF');
  const commune = tree.district('d').commune('c');
  const other = tree.district('e').commune('c');
  const [here, there] = [commune.cell('1'), other.cell('1')];
  here.member('Hà');
  there.member('Thu');
  world = await open(tree);
  [cell, empowered] = [opaque('Unit', here.id), opaque('Unit', there.id)];
  await world.data('staff', 'mutation($input: GivePowerInput!) { givePower(input: $input) { __typename } }', { input: { unit: opaque('Unit', other.id), power: 'DECIDES_ADMISSIONS', from: '2025-01-01', documentNumber: '1-QĐ', idempotencyKey: randomUUID() } });
}, 120_000);
afterAll(async () => {
  await world.close();
});

interface Asked {
  readonly step: string;
  readonly facts: string[];
  readonly optionalFacts: string[];
  readonly warnings: string[];
  readonly removalGrounds: string[];
}

async function asked({ id }: Pick<Told, 'id'>, step: string, on?: string): Promise<Asked | undefined> {
  const { candidacy } = await world.data<{ candidacy: { steps: Asked[] } }>('staff', 'query($id: ID!, $on: Date) { candidacy(id: $id) { steps(on: $on) { step facts optionalFacts warnings removalGrounds } } }', { id, on });
  return candidacy.steps.find((option) => option.step === step);
}

async function lastLine({ id }: Pick<Told, 'id'>): Promise<{ step: string; warnings: string[]; upperConsentNumber: string | null; removalGround: string | null; convictionClearedOn: string | null }> {
  const { candidacy } = await world.data<{ candidacy: { timeline: Awaited<ReturnType<typeof lastLine>>[] } }>('staff', 'query($id: ID!) { candidacy(id: $id) { timeline { step warnings upperConsentNumber removalGround convictionClearedOn } } }', { id });
  return candidacy.timeline.at(-1)!;
}

/** Somebody whose file is being verified, introduced by a member and the Youth Union. */
async function verified(unit = cell, more: object = {}): Promise<Told> {
  const filed = await walk(world, 'staff', await candidate(world, 'staff', unit, more), wayToFile);
  await introduce(world, 'staff', filed);
  return filed;
}

rule('điều còn để ngỏ được báo trước và ghi kèm bước', 'quy ước của hệ thống', () => {
  test('what a proposal leaves open is told beforehand, and stays with the line', async () => {
    const filed = await verified(cell, { birthDate: '1990-01-15' });
    const open = ['SCHOOLING_NOT_KNOWN', 'YOUTH_UNION_NOT_KNOWN', 'OVER_YOUTH_AGE'];
    expect((await asked(filed, 'CELL_PROPOSED', '2025-11-03'))?.warnings).toEqual(open);
    await record(world, 'staff', filed, 'CELL_PROPOSED', '2025-11-03', { vote: passed });
    expect(await lastLine(filed)).toMatchObject({ step: 'CELL_PROPOSED', warnings: open });
  });
});

rule('người giới thiệu: Đoàn thanh niên, hoặc công đoàn nơi không có Đoàn', 'Điều lệ Đảng, điều 4', () => {
  test('the Youth Union introduces nobody who is not in it, and the trade union nobody who is', async () => {
    const named = async (youthUnion: string, organisation: string) => {
      const { id } = await candidate(world, 'staff', cell, { youthUnion } as object);
      return (await change(world, 'staff', 'nameParticipant', { candidacy: id, kind: 'INTRODUCER', organisation, from: '2025-07-03', idempotencyKey: randomUUID() })).code ?? null;
    };
    expect([await named('YES', 'YOUTH_UNION'), await named('NO', 'YOUTH_UNION'), await named('YES', 'TRADE_UNION'), await named('NO', 'TRADE_UNION')]).toEqual([null, 'NOT_IN_YOUTH_UNION', 'YOUTH_UNION_INTRODUCES', null]);
  });
});

rule('trình độ học vấn theo vùng của chi bộ trong ngày họp', 'HD 01-HD/TW (2021), mục 1', () => {
  test('schooling is judged by the areas of the cell on the day of its meeting', async () => {
    const filed = await verified(cell, { education: 'PRIMARY' });
    const propose = async () => await record(world, 'staff', filed, 'CELL_PROPOSED', '2025-11-03', { vote: passed });
    expect(await propose()).toMatchObject({ code: 'SCHOOLING_TOO_LOW', field: 'step' });
    await world.owner.query(`update unit_profile set areas = '{MOUNTAIN}' where unit_id = (select unit_id from person p join candidacy c on c.person_id = p.id where c.id = $1)`, [Buffer.from(filed.id, 'base64url').toString().split(':')[1]]);
    expect((await propose()).candidacy?.state).toBe('CELL_PROPOSED');
    await world.owner.query(`update unit_profile set areas = '{}'`);
  });
});

rule('lễ kết nạp quá 30 ngày làm việc phải được cấp ủy cấp trên đồng ý', 'QĐ 29-QĐ/TW, mục 4.3; QĐ 232-QĐ/TW, mục 4', () => {
  test('a ceremony after its time is asked for the consent of the upper committee, refused without it, and told late with it', async () => {
    const decided = await walk(world, 'staff', await verified(), wayToCeremony.slice(0, -1));
    expect([(await asked(decided, 'CEREMONY_HELD', '2026-01-20'))?.facts, (await asked(decided, 'CEREMONY_HELD', '2026-01-21'))?.facts]).toEqual([[], ['UPPER_CONSENT_NUMBER']]);
    expect(await record(world, 'staff', decided, 'CEREMONY_HELD', '2026-01-21')).toMatchObject({ code: 'LATE_WITHOUT_CONSENT', field: 'upperConsentNumber' });
    const held = await record(world, 'staff', decided, 'CEREMONY_HELD', '2026-01-21', { upperConsentNumber: ' 7-CV/HU ' });
    expect(held.candidacy?.timeline.at(-1)).toMatchObject({ step: 'CEREMONY_HELD', isLate: true });
    expect(await lastLine(decided)).toMatchObject({ upperConsentNumber: '7-CV/HU' });
  });
});

rule('cấp ủy quyết định bằng biểu quyết', 'QĐ 29-QĐ/TW, mục 4.3', () => {
  test('a committee that has the power records its vote with the decision; of a body above the decision without it is told', async () => {
    const above = await walk(world, 'staff', await verified(), wayToCeremony.slice(0, -2));
    expect(await asked(above, 'ADMISSION_DECIDED')).toMatchObject({ facts: ['DOCUMENT_NUMBER'], optionalFacts: ['VOTE', 'RECEIVED_ON'] });
    await record(world, 'staff', above, 'ADMISSION_DECIDED', '2025-12-08', { documentNumber: '12-QĐ/HU' });
    expect((await lastLine(above)).warnings).toEqual(['VOTE_NOT_RECORDED']);
    const own = await walk(world, 'staff', await verified(empowered), [['CELL_PROPOSED', '2025-11-03', { vote: passed }], ['SUBMITTED', '2025-11-14']]);
    expect(await asked(own, 'ADMISSION_DECIDED')).toMatchObject({ facts: ['DOCUMENT_NUMBER', 'VOTE'], optionalFacts: ['RECEIVED_ON'] });
    expect(await record(world, 'staff', own, 'ADMISSION_DECIDED', '2025-12-08', { documentNumber: '12-QĐ/ĐU' })).toMatchObject({ code: 'FACT_MISSING', field: 'vote' });
    // Of many at once, where the vote on each was the same.
    const { recordSteps } = await world.data<{ recordSteps: { isWritten: boolean } }>('staff', 'mutation($input: RecordStepsInput!) { recordSteps(input: $input) { ... on RecordStepsDone { isWritten } } }', {
      input: { step: 'ADMISSION_DECIDED', candidacies: [{ candidacy: own.id, expectedVersion: own.version }], on: '2025-12-08', documentNumber: '12-QĐ/ĐU', vote: passed } });
    expect([recordSteps.isWritten, (await lastLine(own)).warnings]).toEqual([true, []]);
  });
});

rule('căn cứ xóa tên là danh sách đóng', 'QĐ 29-QĐ/TW, mục 8.1', () => {
  test('a removal has a ground of the list, which a readmission remembers', async () => {
    const member = await walk(world, 'staff', await verified(), wayToCeremony);
    expect((await asked(member, 'REMOVAL_PROPOSED'))?.removalGrounds).toEqual(['UNFIT_IN_PROBATION']);
    const removal = { vote: passed, reason: 'Không phấn đấu' };
    expect(await record(world, 'staff', member, 'REMOVAL_PROPOSED', '2026-01-05', { ...removal, removalGround: 'ABSENT' })).toMatchObject({ code: 'GROUND_NOT_POSSIBLE', field: 'removalGround' });
    expect(await record(world, 'staff', member, 'REMOVAL_PROPOSED', '2026-01-05', removal)).toMatchObject({ code: 'FACT_MISSING', field: 'removalGround' });
    const proposed = (await record(world, 'staff', member, 'REMOVAL_PROPOSED', '2026-01-05', { ...removal, removalGround: 'UNFIT_IN_PROBATION' })).candidacy!;
    expect(await lastLine(proposed)).toMatchObject({ removalGround: 'UNFIT_IN_PROBATION' });
    expect((await record(world, 'staff', proposed, 'REMOVED', '2026-01-20', { documentNumber: '8-QĐ/HU' })).field).toBe('vote');
    const removed = (await record(world, 'staff', proposed, 'REMOVED', '2026-01-20', { documentNumber: '8-QĐ/HU', vote: passed })).candidacy!;
    // Three years later.
    await world.owner.query(`update candidacy set last_on = '2022-01-20', left_on = '2022-01-20', began_on = '2021-01-01' where id = $1`, [Buffer.from(removed.id, 'base64url').toString().split(':')[1]]);
    const again = async (more: object) => await change(world, 'staff', 'beginAgain', { candidacy: removed.id, expectedVersion: removed.version, on: '2026-03-02', consentNumber: '3-CV/TU', idempotencyKey: randomUUID(), ...more });
    expect(await again({ bars: ['CORRUPTION'] })).toMatchObject({ code: 'NEVER_READMITTED', field: 'bars' });
    expect(await again({ convictionClearedOn: '2021-03-03' })).toMatchObject({ code: 'TOO_SOON_AFTER_CONVICTION', field: 'convictionClearedOn' });
    const begun = await again({ convictionClearedOn: '2021-03-02' });
    expect(await lastLine(begun.candidacy!)).toMatchObject({ step: 'IDENTIFIED', convictionClearedOn: '2021-03-02' });
  });
});
