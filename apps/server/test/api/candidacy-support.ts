import { randomUUID } from 'node:crypto';
import type { OpenWorld } from '../world.ts';

/** What specs ask of a candidacy. */
export interface Told {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly stage: string;
  readonly deadline: { readonly kind: string; readonly dueOn: string; readonly isOverdue: boolean; readonly daysLeft: number } | null;
  readonly steps: { readonly step: string; readonly viewerCan: boolean; readonly viewerCannotBecause: string | null; readonly isAwaited: boolean; readonly unit: { readonly code: string } | null }[];
  readonly timeline: { readonly id: string; readonly step: string; readonly on: string; readonly isUndone: boolean; readonly reverses: string | null; readonly isLate: boolean; readonly viewerCanUndo: boolean; readonly viewerCannotUndoBecause: string | null; readonly recordedBy: string }[];
  readonly person: { readonly id: string; readonly fullName: string; readonly state: string; readonly ceremonyOn: string | null; readonly officialOn: string | null };
}

export const told = `id version state stage deadline { kind dueOn isOverdue daysLeft } steps { step viewerCan viewerCannotBecause isAwaited unit { code } }
  timeline { id step on isUndone reverses isLate viewerCanUndo viewerCannotUndoBecause recordedBy } person { id fullName state ceremonyOn officialOn }`;

/** What became of a change. */
export interface Outcome {
  readonly candidacy?: Told;
  readonly stepId?: string | null;
  readonly code?: string;
  readonly field?: string;
  readonly message?: string;
  readonly current?: Told | null;
}

const result = `... on CandidacyChanged { stepId candidacy { ${told} } } ... on CandidacyRefused { code field message current { ${told} } }`;

/** Sends a change about candidacies and gives back what became of it. */
export async function change(world: OpenWorld, account: string, mutation: string, input: object): Promise<Outcome> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const data = await world.data<Record<string, Outcome>>(account, `mutation($input: ${type}!) { outcome: ${mutation}(input: $input) { ${result} } }`, { input });
  return data['outcome']!;
}

/** Adds a candidate at a unit, by its opaque id. */
export async function candidate(world: OpenWorld, account: string, unit: string, person: Partial<{ fullName: string; birthDate: string; gender: string; on: string }> = {}): Promise<Told> {
  const input = { unit, fullName: 'Lò Thị Mẩy', birthDate: '1999-05-20', gender: 'F', on: '2025-07-02', isSomebodyElse: true, idempotencyKey: randomUUID(), ...person };
  const { candidacy, ...refused } = await change(world, account, 'addCandidate', input);
  if (!candidacy) throw new Error(JSON.stringify(refused));
  return candidacy;
}

/** Records a step of a candidacy as it stands. */
export async function record(world: OpenWorld, account: string, { id, version }: Pick<Told, 'id' | 'version'>, step: string, on: string, facts: object = {}): Promise<Outcome> {
  return await change(world, account, 'recordStep', { candidacy: id, expectedVersion: version, step, on, ...facts });
}

/** Records steps one after the other, each of which must be recorded. */
export async function walk(world: OpenWorld, account: string, from: Told, way: readonly (readonly [step: string, on: string, facts?: object])[]): Promise<Told> {
  let at = from;
  for (const [step, on, facts] of way) {
    const { candidacy, ...refused } = await record(world, account, at, step, on, facts);
    if (!candidacy) throw new Error(`${step} on ${on}: ${JSON.stringify(refused)}`);
    at = candidacy;
  }
  return at;
}

export const passed = { base: 9, present: 9, inFavour: 6 };

/** The way to the proposal of the cell. Two introducers have to be named before its last step. */
export const wayToFile = [
  ['LISTED', '2025-07-10', {}],
  ['ENROLLED', '2025-08-01', {}],
  ['CERTIFIED', '2025-08-20', { certificateNumber: '15/CN' }],
  ['FILE_OPENED', '2025-09-05', {}],
  ['VERIFICATION_STARTED', '2025-09-10', {}],
] as const;

/** Names two introducers: an official member whom the account sees, and the Youth Union in the place of a second. */
export async function introduce(world: OpenWorld, account: string, { id }: Pick<Told, 'id'>, from = '2025-09-20'): Promise<void> {
  const { people } = await world.data<{ people: { nodes: { id: string }[] } }>(account, '{ people(first: 1, filter: { states: [OFFICIAL] }) { nodes { id } } }');
  for (const who of [{ member: people.nodes[0]?.id, together: 'SHARED_WORK', togetherSince: '2020-01-15' }, { organisation: 'YOUTH_UNION' }]) {
    const { code } = await change(world, account, 'nameParticipant', { candidacy: id, kind: 'INTRODUCER', from, idempotencyKey: randomUUID(), ...who });
    if (code) throw new Error(code);
  }
}

/** Notes that a probationary member has done the class for new members: without its certificate nobody is recognised. */
export async function finishClass(world: OpenWorld, account: string, { id }: Pick<Told, 'id'>, madeOn = '2025-12-31'): Promise<void> {
  const { code } = await change(world, account, 'recordPaper', { candidacy: id, kind: 'NEW_MEMBER_CERTIFICATE', isThere: true, madeOn, idempotencyKey: randomUUID() });
  if (code) throw new Error(code);
}

/** The way from the file to the ceremony, under a committee that proposes. */
export const wayToCeremony = [
  ['CELL_PROPOSED', '2025-11-03', { vote: passed, documentNumber: '3-NQ/CB' }],
  ['COMMITTEE_PROPOSED', '2025-11-12', { vote: passed }],
  ['SUBMITTED', '2025-11-14', {}],
  ['ADMISSION_DECIDED', '2025-12-08', { documentNumber: '12-QĐ/HU' }],
  ['CEREMONY_HELD', '2025-12-19', {}],
] as const;
