import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { candidate, change } from './candidacy-support.ts';

let world: OpenWorld;
let an: string;
let binh: string;
let far: string;
let cell: string;
let crowd: string[];

beforeAll(async () => {
  const tree = province('p');
  const home = tree.district('d').commune('c').cell('1').account('secretary', 'SECRETARY').account('second', 'SECRETARY');
  tree.account('board', 'BOARD').account('observer', 'OBSERVER');
  an = opaque('Person', home.member('Trần Văn An').id);
  binh = opaque('Person', home.member('Lê Bình').id);
  crowd = ['Một', 'Hai', 'Ba', 'Bốn', 'Năm', 'Sáu'].map((name) => opaque('Person', home.member(name).id));
  far = opaque('Person', tree.district('e').commune('c').cell('1').member('Xa').id);
  cell = opaque('Unit', home.id);
  world = await open(tree);
}, 120_000);
afterAll(async () => {
  await world.close();
});

interface Marked {
  readonly person?: { lastingMark: string | null; marks: { id: string; kind: string; title: string | null; on: string; until: string | null; reason: string | null }[] };
  readonly code?: string;
  readonly field?: string;
}

const answer = '{ ... on PersonMarked { person { lastingMark marks { id kind title on until reason } } } ... on PersonRefused { code field } }';

async function mark(account: string, person: string, input: object): Promise<Marked> {
  return (await world.data<{ recordMark: Marked }>(account, `mutation($input: RecordMarkInput!) { recordMark(input: $input) ${answer} }`, { input: { person, idempotencyKey: randomUUID(), ...input } })).recordMark;
}

async function takeBack(account: string, person: string, markId: string, reason = 'Ghi nhầm người'): Promise<Marked> {
  return (await world.data<{ takeBackMark: Marked }>(account, `mutation($input: TakeBackMarkInput!) { takeBackMark(input: $input) ${answer} }`, { input: { person, mark: markId, reason } })).takeBackMark;
}

async function members(): Promise<number> {
  return (await world.data<{ unit: { rollup: { members: { value: number } } } }>('board', '{ unit(code: "p") { rollup(period: "2026") { members { value } } } }')).unit.rollup.members.value;
}

const award = { kind: 'AWARD', title: 'Giấy khen hoàn thành tốt nhiệm vụ', on: '2025-12-20', body: 'UBND xã', documentNumber: '12/QĐ-UBND' };
const exemption = { kind: 'EXEMPTION', on: '2026-01-05', body: 'Đảng ủy xã', documentNumber: '7-QĐ/ĐU' };

describe('an achievement', () => {
  test('is noted, put right and taken back, each time for a reason; every line stays on record', async () => {
    const noted = await mark('secretary', an, award);
    expect(noted.person?.marks).toMatchObject([{ kind: 'AWARD', title: award.title, on: '2025-12-20', reason: null }]);
    const first = noted.person!.marks[0]!.id;
    expect(await mark('secretary', an, { ...award, on: '2025-12-21', replaces: first })).toEqual({ code: 'FACT_MISSING', field: 'reason' });
    const righted = await mark('secretary', an, { ...award, on: '2025-12-21', replaces: first, reason: 'Nhầm ngày' });
    expect(righted.person?.marks).toMatchObject([{ on: '2025-12-21', reason: 'Nhầm ngày' }]);
    // Somebody who still looks at the line of before.
    expect(await mark('second', an, { ...award, replaces: first, reason: 'Nhầm' })).toEqual({ code: 'VERSION_CONFLICT', field: 'mark' });
    expect(await takeBack('second', an, first)).toEqual({ code: 'VERSION_CONFLICT', field: 'mark' });
    expect((await takeBack('second', an, righted.person!.marks[0]!.id)).person?.marks).toEqual([]);
    expect((await world.owner.query('select from mark')).rowCount).toBe(3);
    expect((await world.owner.query(`select from audit_event where action in ('person.mark', 'person.takeBackMark')`)).rowCount).toBe(3);
  });

  test('sent again under its key is noted once, and the key says nothing else', async () => {
    const once = { ...award, idempotencyKey: randomUUID() };
    const count = async () => (await world.owner.query('select from mark')).rowCount!;
    const before = await count();
    const [first, again] = [await mark('secretary', an, once), await mark('secretary', an, once)];
    expect(again.person?.marks).toEqual(first.person?.marks);
    expect(await count()).toBe(before + 1);
    expect(await mark('secretary', an, { ...once, title: 'Khác' })).toEqual({ code: 'KEY_USED_OTHERWISE', field: 'idempotencyKey' });
    expect(await mark('secretary', an, { ...award, idempotencyKey: 'x' })).toEqual({ code: 'TEXT_NOT_POSSIBLE', field: 'idempotencyKey' });
    await takeBack('secretary', an, first.person!.marks[0]!.id);
  });

  test('is refused beside its field', async () => {
    const cases: [object, string, string][] = [
      [{ ...award, title: ' ' }, 'FACT_MISSING', 'title'],
      [{ ...award, title: 'x'.repeat(10_000) }, 'TEXT_NOT_POSSIBLE', 'title'],
      [{ ...award, body: 'a\u202Eb' }, 'TEXT_NOT_POSSIBLE', 'body'],
      [{ ...award, on: '2090-01-01' }, 'DATE_IN_FUTURE', 'on'],
      [{ ...exemption, documentNumber: '' }, 'FACT_MISSING', 'documentNumber'],
      [{ ...exemption, until: '2026-01-04' }, 'DATES_OUT_OF_ORDER', 'until'],
    ];
    for (const [input, code, field] of cases) expect(await mark('secretary', an, input), JSON.stringify(input).slice(0, 80)).toEqual({ code, field });
  });
});

describe('an exemption or suspension', () => {
  test('is no exit: the member stays counted, and where votes are taken it is a hint', async () => {
    const before = await members();
    const { person } = await mark('secretary', an, exemption);
    expect(person?.lastingMark).toBe('EXEMPTION');
    expect(await members()).toBe(before);
    const begun = await candidate(world, 'secretary', cell);
    const hint = async () => (await world.data<{ candidacy: { exemptInCell: number } }>('secretary', 'query($id: ID!) { candidacy(id: $id) { exemptInCell } }', { id: begun.id })).candidacy.exemptInCell;
    expect(await hint()).toBe(1);
    // It ends: the line says until when, and why it was changed.
    const ended = await mark('secretary', an, { ...exemption, until: '2026-03-01', replaces: person!.marks[0]!.id, reason: 'Trở lại sinh hoạt' });
    expect(ended.person).toMatchObject({ lastingMark: null, marks: [{ until: '2026-03-01' }] });
    expect(await hint()).toBe(0);
    expect(await members()).toBe(before);
  });

  test('comes one at a time, of members alone', async () => {
    const suspension = { kind: 'SUSPENSION', on: '2026-05-01', documentNumber: '9-QĐ/UBKT' };
    expect(await mark('secretary', an, { ...suspension, on: '2026-02-01' })).toEqual({ code: 'MARK_LASTS_ALREADY', field: 'on' });
    for (const person of [binh, ...crowd]) {
      const outcomes = await Promise.all(['secretary', 'second', 'secretary', 'second'].map(async (account) => await mark(account, person, suspension)));
      expect(outcomes.filter(({ code }) => code === 'MARK_LASTS_ALREADY')).toHaveLength(3);
    }
    const begun = await candidate(world, 'secretary', cell, { fullName: 'Nguồn Mới' });
    expect(await mark('secretary', begun.person.id, suspension)).toEqual({ code: 'MEMBERS_ONLY', field: 'kind' });
    expect((await mark('secretary', begun.person.id, award)).person?.marks).toHaveLength(1);
  });

  test('of a helper is told beside their name', async () => {
    const begun = await candidate(world, 'secretary', cell, { fullName: 'Được Giúp' });
    await change(world, 'secretary', 'nameParticipant', { candidacy: begun.id, kind: 'HELPER', member: binh, from: '2025-08-01', idempotencyKey: randomUUID() });
    const { candidacy } = await world.data<{ candidacy: { participants: object[] } }>('secretary', 'query($id: ID!) { candidacy(id: $id) { participants { name lastingMark } } }', { id: begun.id });
    expect(candidacy.participants).toEqual([{ name: 'Lê Bình', lastingMark: 'SUSPENSION' }]);
  });
});

test('marks are for those who do the daily work, and outside the scope there is nobody to mark', async () => {
  expect(await mark('secretary', far, award)).toEqual({ code: 'NOT_FOUND', field: 'person' });
  expect(await mark('secretary', opaque('Person', '00000000-0000-4000-8000-000000000000'), award)).toEqual({ code: 'NOT_FOUND', field: 'person' });
  for (const account of ['board', 'observer']) {
    const { errors } = await world.ask(account, `mutation($input: RecordMarkInput!) { recordMark(input: $input) ${answer} }`, { input: { person: an, idempotencyKey: randomUUID(), ...award } });
    expect(errors[0]?.extensions.code, account).toBe('FORBIDDEN_FOR_ROLE');
  }
});
