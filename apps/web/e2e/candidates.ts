import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { accounts, expect } from './journey.ts';
import { signInColleague } from './kept-sessions.ts';

/* Candidates of a journey's own, made through the API: no journey leans on what another one leaves behind. */

/** Somebody else at work: asks the API with a session of their own. */
export interface Colleague {
  readonly ask: <T>(query: string, variables?: object) => Promise<T>;
  /** The day that many days before today. */
  readonly daysAgo: (days: number) => string;
}

/** A cell with official members enough to introduce somebody. */
export interface Cell {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parent: { readonly name: string } | null;
  readonly members: readonly string[];
}

/** A candidate as a journey needs to know them. */
export interface Candidate {
  readonly candidacy: string;
  readonly person: string;
  readonly name: string;
  readonly cell: Cell;
}

/** Signs in beside the page. */
export async function colleague(request: APIRequestContext, account: string): Promise<Colleague> {
  const headers = await signInColleague(request, account);
  const ask = async <T>(query: string, variables: object = {}): Promise<T> => {
    const response = await request.post('/graphql', { headers, data: { query, variables } });
    const body: { data: T; errors?: unknown } = await response.json();
    expect(body.errors).toBeUndefined();
    return body.data;
  };
  const { viewer } = await ask<{ viewer: { today: string } }>('{ viewer { today } }');
  return { ask, daysAgo: (days) => new Date(Date.parse(viewer.today) - days * 86_400_000).toISOString().slice(0, 10) };
}

/** A day as it is typed. */
export function typed(day: string): string {
  return day.split('-').toReversed().join('/');
}

const syllables = ['An', 'Bình', 'Cầm', 'Dung', 'Giàng', 'Hà', 'Khoa', 'Lò', 'Mây', 'Nga', 'Pao', 'Quyên', 'Sùng', 'Thào', 'Vàng', 'Xuân'];
const pick = () => syllables[Math.floor(Math.random() * syllables.length)]!;

/** A name that no other journey gives anybody. */
export function newName(): string {
  return `${pick()} ${pick()} ${pick()} ${pick()} ${pick()} ${pick()}`;
}

interface Standing {
  readonly id: string;
  readonly version: number;
  readonly person: { readonly id: string };
  readonly steps: readonly { readonly step: string }[];
}

/** Changes something through the API, and tells how the candidacy stands then. */
async function change({ ask }: Colleague, name: string, type: string, input: object): Promise<Standing> {
  const { result } = await ask<{ result: { code?: string; candidacy: Standing } }>(
    `mutation ($input: ${type}!) { result: ${name}(input: $input) { ... on CandidacyRefused { code field } ... on CandidacyChanged { candidacy { id version person { id } steps { step } } } } }`,
    { input },
  );
  expect(result, `${name} ${JSON.stringify(input)}: ${JSON.stringify(result)}`).not.toHaveProperty('code');
  return result.candidacy;
}

/** A cell of the scope, or below a unit, told apart by a number. */
export async function aCell({ ask }: Colleague, index = 0, under?: string): Promise<Cell> {
  const { units } = await ask<{ units: { nodes: (Omit<Cell, 'members'> & { kind: { holdsMembers: boolean } })[] } }>(
    'query ($under: ID) { units(filter: { under: $under }, first: 100) { nodes { id name code parent { name } kind { code holdsMembers } } } }', { under });
  let left = index;
  for (const cell of units.nodes.filter(({ kind }) => kind.holdsMembers)) {
    const { people } = await ask<{ people: { nodes: { id: string }[] } }>('query ($under: ID!) { people(filter: { under: $under, states: [OFFICIAL] }, first: 2) { nodes { id } } }', { under: cell.id });
    if (people.nodes.length < 2) continue;
    if (left === 0) return { ...cell, members: people.nodes.map(({ id }) => id) };
    left -= 1;
  }
  throw new Error('no such cell has two official members');
}

/** The unit of somebody's grant. */
export async function ownUnit({ ask }: Colleague): Promise<string> {
  const { viewer } = await ask<{ viewer: { unit: { id: string } } }>('{ viewer { unit { id } } }');
  return viewer.unit.id;
}

/** Records a step as it stands. */
export async function recordStep(asked: Colleague, candidacy: string, step: string, facts: object): Promise<void> {
  const { candidacy: now } = await asked.ask<{ candidacy: { version: number } }>('query ($id: ID!) { candidacy(id: $id) { version } }', { id: candidacy });
  await change(asked, 'recordStep', 'RecordStepInput', { candidacy, expectedVersion: now.version, step, ...facts });
}

const vote = { base: 13, present: 12, inFavour: 11 };

/** The way, with the days before the ceremony on which its steps are taken: all within their limits. */
const way = [
  ['LISTED', 300, {}],
  ['ENROLLED', 280, {}],
  ['CERTIFIED', 250, { certificateNumber: '118/CN' }],
  ['FILE_OPENED', 200, {}],
  ['VERIFICATION_STARTED', 180, {}],
  ['CELL_PROPOSED', 20, { vote, documentNumber: '12-NQ/CB' }],
  ['COMMITTEE_PROPOSED', 15, { vote, documentNumber: '31-NQ/ĐU' }],
  ['SUBMITTED', 10, {}],
  ['ADMISSION_DECIDED', 5, { documentNumber: '204-QĐ/TU' }],
  ['CEREMONY_HELD', 0, {}],
  ['RECOGNITION_PROPOSED', -370, { vote }],
  ['RECOGNITION_SUBMITTED', -372, { vote }],
] as const;

interface Wanted {
  readonly cell?: Cell;
  readonly name?: string;
  /** Days before today on which the ceremony was, or would be in time: everything else follows from it. */
  readonly ceremonyAgo?: number;
  readonly personalNumber?: string;
}

/** Somebody who has come as far as a step, in the first cell of the scope unless another one is named. */
export async function candidateAt(asked: Colleague, until: (typeof way)[number][0] | 'IDENTIFIED', wanted: Wanted = {}): Promise<Candidate> {
  const { cell = await aCell(asked), name = newName(), ceremonyAgo = 15, personalNumber = null } = wanted;
  const steps = way.slice(0, way.findIndex(([last]) => last === until) + 1);
  if (steps.some(([step]) => step === 'CEREMONY_HELD')) expect(cell.code, 'journeys assert the published figures of this province: nobody is admitted there').not.toMatch(/^long-an\b/);
  const found = asked.daysAgo(ceremonyAgo + 320);
  let standing = await change(asked, 'addCandidate', 'AddCandidateInput', { unit: cell.id, fullName: name, birthDate: '2000-03-08', gender: 'F', on: found, personalNumber, idempotencyKey: randomUUID() });
  const candidacy = standing.id;
  for (const [step, before, facts] of steps) {
    for (const member of step === 'CELL_PROPOSED' ? cell.members : []) {
      standing = await change(asked, 'nameParticipant', 'NameParticipantInput', { candidacy, kind: 'INTRODUCER', member, from: found, together: 'SHARED_WORK', togetherSince: '2015-01-15', idempotencyKey: randomUUID() });
    }
    // The class for new members is done in the year of probation.
    if (step === 'RECOGNITION_PROPOSED') await change(asked, 'recordPaper', 'RecordPaperInput', { candidacy, kind: 'NEW_MEMBER_CERTIFICATE', isThere: true, madeOn: asked.daysAgo(ceremonyAgo - 180), idempotencyKey: randomUUID() });
    // Where no committee proposes, its steps are not there to be taken.
    if (!standing.steps.some((option) => option.step === step)) continue;
    standing = await change(asked, 'recordStep', 'RecordStepInput', { candidacy, expectedVersion: standing.version, step, on: asked.daysAgo(ceremonyAgo + before), ...facts });
  }
  return { candidacy, person: standing.person.id, name, cell };
}

/** An address, where it is looked at by whom: plain ones by the province of the demonstration. */
export type Screen = string | ((request: APIRequestContext) => Promise<string>);

/** Opens a screen as somebody who may see it. */
export async function openScreen(screen: Screen, signIn: (account: string, path: string) => Promise<void>, request: APIRequestContext, account: string = accounts.province): Promise<void> {
  await (typeof screen === 'string' ? signIn(account, screen) : signIn(accounts.staff, await screen(request)));
}

/** The form of a new candidate. */
export const addPath: Screen = async () => await Promise.resolve('/nguon/them');

/** The address of the page of somebody who waits for the ceremony. */
export async function personPath(request: APIRequestContext): Promise<string> {
  const { person } = await candidateAt(await colleague(request, accounts.staff), 'ADMISSION_DECIDED');
  return `/nguoi/${person}`;
}
