import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { opaque } from '../properties/literals.ts';
import { open, province, type OpenWorld } from '../world.ts';
import { forgetWays } from '../worlds/ways.ts';
import { candidate, change, introduce, walk, wayToCeremony, wayToFile, type Told } from './candidacy-support.ts';
import { statementsOf } from './statement-support.ts';
import { accept, issued, sign } from './transfer-support.ts';

/* Two cells of one commune, and a cell of another district. */

let world: OpenWorld;
const unit: Record<'here' | 'beside' | 'far', string> = { here: '', beside: '', far: '' };
let member: string;

beforeAll(async () => {
  const tree = province('p');
  const district = tree.district('d').account('staff', 'STAFF').account('board', 'BOARD').account('observer', 'OBSERVER');
  const commune = district.commune('c');
  const here = commune.cell('1').account('secretary', 'SECRETARY');
  const { id } = here.member('Ma Văn Giới Thiệu');
  member = opaque('Person', id);
  const beside = commune.cell('2');
  const far = tree.district('e').commune('c').cell('1').account('far', 'SECRETARY');
  tree.account('province', 'STAFF');
  for (const [name, builder] of Object.entries({ here, beside, far })) Object.assign(unit, { [name]: opaque('Unit', builder.id) });
  world = await open(tree);
  await forgetWays(world.owner, [id]);
}, 120_000);
afterAll(async () => {
  await world.close();
});

interface Event {
  readonly __typename: string;
  readonly step?: string;
  readonly becomes?: string;
  readonly on?: string;
  readonly notedAt?: string | null;
  readonly notedBy?: string | null;
  readonly candidacy?: { readonly id: string };
  readonly transfer?: { readonly id: string; readonly destination: string };
  readonly changes?: readonly { readonly field: string; readonly before: string | null; readonly after: string | null }[];
}

const events = `timeline { __typename
  ... on TimelineStep { id step on recordedAt recordedBy isUndone candidacy { id } }
  ... on TransferEvent { becomes on notedAt notedBy transfer { id destination } }
  ... on Correction { id recordedAt recordedBy changes { field before after } } }`;

async function timeline(account: string, person: string): Promise<Event[] | null> {
  return (await world.data<{ person: { timeline: Event[] } | null }>(account, `query($id: ID!) { person(id: $id) { ${events} } }`, { id: person })).person?.timeline ?? null;
}

const brief = (all: readonly Event[] | null) => all?.map(({ step, becomes, changes, on }) => [step ?? becomes ?? changes!.map(({ field }) => field).join(' '), on ?? 'recorded']);
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

async function again(ended: Told, on: string): Promise<Told> {
  const { candidacy, ...refused } = await change(world, 'staff', 'beginAgain', { candidacy: ended.id, expectedVersion: ended.version, on, idempotencyKey: randomUUID() });
  if (!candidacy) throw new Error(JSON.stringify(refused));
  return candidacy;
}

async function correct(account: string, person: string, facts: object): Promise<void> {
  const { person: { version } } = await world.data<{ person: { version: number } }>(account, 'query($id: ID!) { person(id: $id) { version } }', { id: person });
  const answer = await world.data<{ correctPerson: { isWritten?: boolean } }>(account, 'mutation($input: CorrectPersonInput!) { correctPerson(input: $input) { ... on PersonCorrected { isWritten } ... on PersonRefused { code field } } }', { input: { person, expectedVersion: version, reason: 'Đối chiếu lý lịch', ...facts } });
  expect(answer.correctPerson).toEqual({ isWritten: true });
}

describe('the timeline of a person', () => {
  test('holds every way, each letter and what was corrected, by day and then by recording', async () => {
    const first = await walk(world, 'staff', await candidate(world, 'staff', unit.here, { on: '2025-07-02' }), [['LISTED', '2025-07-10', {}], ['DROPPED', '2025-08-05', { reason: 'Chuyển nơi ở' }]]);
    const second = await walk(world, 'staff', await again(first, '2025-09-01'), [['LISTED', '2025-09-10', {}]]);
    const { person: { id } } = second;
    const { letter: wrong } = await issued(world, 'staff', id, { toUnit: unit.beside, kind: 'INTERNAL', letterNumber: '', on: '2025-10-01' });
    expect((await sign(world, 'staff', 'cancelTransfer', { transfer: wrong.id, expectedVersion: wrong.version, reason: 'Nhầm chi bộ' })).code).toBeUndefined();
    const { letter } = await issued(world, 'staff', id, { toUnit: unit.beside, kind: 'INTERNAL', letterNumber: '', on: '2025-10-01' });
    expect((await accept(world, 'province', letter, '2025-10-01')).code).toBeUndefined();
    await walk(world, 'province', { ...second, version: second.version + 1 }, [['ENROLLED', '2025-10-02', {}]]);
    await correct('staff', id, { fullName: 'Lò Thị Mai', personalNumber: '001099055555' });
    const told = await timeline('staff', id);
    expect(brief(told)).toEqual([
      ['IDENTIFIED', '2025-07-02'], ['LISTED', '2025-07-10'], ['DROPPED', '2025-08-05'],
      ['IDENTIFIED', '2025-09-01'], ['LISTED', '2025-09-10'], ['ISSUED', '2025-10-01'], ['ISSUED', '2025-10-01'], ['ACCEPTED', '2025-10-01'], ['ENROLLED', '2025-10-02'],
      ['CANCELLED', today()], ['FULL_NAME PERSONAL_NUMBER', 'recorded'],
    ]);
    expect(told!.filter(({ step }) => step).map(({ candidacy }) => candidacy!.id)).toEqual([first.id, first.id, first.id, second.id, second.id, second.id]);
    expect(told!.filter(({ becomes }) => becomes).map(({ transfer, notedBy }) => [transfer!.id, notedBy])).toEqual([[wrong.id, 'staff'], [letter.id, 'staff'], [letter.id, 'province'], [wrong.id, 'staff']]);
    expect(told!.filter(({ becomes }) => becomes).every(({ notedAt }) => notedAt !== null)).toBe(true);
    // Of what lies apart of a person it says that it changed, and no more.
    expect(told!.at(-1)!.changes).toEqual([{ field: 'FULL_NAME', before: 'Lò Thị Mẩy', after: 'Lò Thị Mai' }, { field: 'PERSONAL_NUMBER', before: null, after: null }]);
    // The way that is over stays as it was recorded, and can be undone no more.
    const { person } = await world.data<{ person: { timeline: { viewerCanUndo?: boolean }[]; candidacy: { id: string } } }>('province', 'query($id: ID!) { person(id: $id) { candidacy { id } timeline { ... on TimelineStep { viewerCanUndo } } } }', { id });
    expect([person.candidacy.id, person.timeline.flatMap(({ viewerCanUndo }) => viewerCanUndo ?? [])]).toEqual([second.id, [false, false, false, false, false, true]]);
  });

  test('keeps a step that was undone with the line that undid it', async () => {
    const begun = await walk(world, 'staff', await candidate(world, 'staff', unit.here), [['LISTED', '2025-07-10', {}]]);
    await change(world, 'staff', 'undoStep', { candidacy: begun.id, expectedVersion: begun.version, step: begun.timeline.at(-1)!.id, reason: 'Nhầm người' });
    expect(brief(await timeline('staff', begun.person.id))).toEqual([['IDENTIFIED', '2025-07-02'], ['LISTED', '2025-07-10'], ['LISTED', '2025-07-10']]);
  });

  test('of a member without a way on record holds the letters; of the host it says when, and not who', async () => {
    const { claimCode } = await issued(world, 'staff', member, { destination: 'Nơi đi học', kind: 'TEMPORARY', until: '2027-12-31', isStudy: true });
    const { transfer } = await sign(world, 'far', 'claimTransfer', { code: claimCode, unit: unit.far, on: '2026-02-10' });
    expect((await sign(world, 'far', 'endTemporaryTransfer', { transfer: transfer!.id, expectedVersion: 2, on: '2026-06-30' })).code).toBeUndefined();
    const letters = (await timeline('secretary', member))!;
    expect(brief(letters)).toEqual([['ISSUED', '2026-02-02'], ['ACCEPTED', '2026-02-10'], ['ENDED', '2026-06-30']]);
    expect(letters.map(({ notedBy, notedAt }) => [notedBy, notedAt !== null])).toEqual([['staff', true], [null, false], [null, true]]);
    expect((await timeline('province', member))!.map(({ notedBy, notedAt }) => [notedBy, notedAt !== null])).toEqual([['staff', true], ['far', true], [null, true]]);
    expect(await timeline('far', member)).toBeNull();
  });

  test('goes with the person: the old unit has none, and the new one sees the letters that reach it', async () => {
    const { person } = await walk(world, 'staff', await candidate(world, 'staff', unit.here), [['LISTED', '2025-07-10', {}]]);
    const { letter: inside } = await issued(world, 'staff', person.id, { toUnit: unit.beside, kind: 'INTERNAL', letterNumber: '' });
    expect((await accept(world, 'staff', inside)).code).toBeUndefined();
    const { claimCode } = await issued(world, 'staff', person.id, { destination: 'Huyện E', on: '2026-02-11' });
    expect((await sign(world, 'far', 'claimTransfer', { code: claimCode, unit: unit.far, on: '2026-02-12' })).code).toBeUndefined();
    expect(await timeline('staff', person.id)).toBeNull();
    expect(brief(await timeline('far', person.id))).toEqual([['IDENTIFIED', '2025-07-02'], ['LISTED', '2025-07-10'], ['ISSUED', '2026-02-11'], ['ACCEPTED', '2026-02-12']]);
    expect(brief(await timeline('province', person.id))).toHaveLength(6);
  });

  test('is read by the roles that work with people, and asks the database as often for much as for little', async () => {
    const { errors } = await world.ask('observer', `query($id: ID!) { person(id: $id) { ${events} } }`, { id: member });
    expect(errors.map(({ extensions }) => extensions.code)).toContain('FORBIDDEN_FOR_ROLE');
    const little = await candidate(world, 'staff', unit.here);
    const filed = await walk(world, 'staff', await candidate(world, 'staff', unit.here), wayToFile);
    await introduce(world, 'staff', filed);
    const decided = await walk(world, 'staff', filed, wayToCeremony.slice(0, 4));
    const over = await walk(world, 'staff', decided, [['DROPPED', '2025-12-10', { reason: 'Không nhận' }]]);
    await walk(world, 'staff', await again(over, '2025-12-20'), [['LISTED', '2025-12-21', {}]]);
    await correct('staff', over.person.id, { fullName: 'Lò Thị Nhiều' });
    const [few, many] = [await statementsOf(async () => await timeline('staff', little.person.id)), await statementsOf(async () => await timeline('staff', over.person.id))];
    expect((await timeline('staff', over.person.id))!.length).toBeGreaterThan(12);
    expect(many.length).toBe(few.length);
    expect(many.length).toBeLessThanOrEqual(14);
  });
});
