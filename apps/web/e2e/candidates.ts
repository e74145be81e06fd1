import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { accounts, expect, password } from './journey.ts';

/* Candidates of a journey's own, made through the API: no journey leans on what another one leaves behind. */

/** Somebody else at work: asks the API with a session of their own. */
export interface Colleague {
  readonly ask: <T>(query: string, variables?: object) => Promise<T>;
}

/** A candidate as a journey needs to know them. */
export interface Candidate {
  readonly candidacy: string;
  readonly person: string;
  readonly name: string;
  readonly cell: string;
}

/** Signs in beside the page. */
export async function colleague(request: APIRequestContext, account: string): Promise<Colleague> {
  const ask = async <T>(query: string, variables: object = {}): Promise<T> => {
    const response = await request.post('/graphql', { headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' }, data: { query, variables } });
    const body: { data: T; errors?: unknown } = await response.json();
    expect(body.errors).toBeUndefined();
    return body.data;
  };
  await ask('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', { input: { account, password } });
  return { ask };
}

const syllables = ['An', 'Bình', 'Cầm', 'Dung', 'Giàng', 'Hà', 'Khoa', 'Lò', 'Mây', 'Nga', 'Pao', 'Quyên', 'Sùng', 'Thào', 'Vàng', 'Xuân'];
const pick = () => syllables[Math.floor(Math.random() * syllables.length)]!;

/** A name that no other journey gives anybody. */
export function newName(): string {
  return `${pick()} ${pick()} ${pick()} ${pick()} ${pick()} ${pick()}`;
}

interface Answer {
  readonly change: { readonly code?: string; readonly field?: string; readonly candidacy?: { readonly id: string; readonly version: number; readonly state: string; readonly person: { readonly id: string } } };
}

const changed = '__typename ... on CandidacyRefused { code field } ... on CandidacyChanged { candidacy { id version state person { id } } }';

function standing({ change }: Answer) {
  expect(change, JSON.stringify(change)).not.toHaveProperty('code');
  return change.candidacy!;
}

/** The first cell below a unit that has official members enough to introduce somebody; the unit itself where it is a cell. */
async function cellOf({ ask }: Colleague, under: string) {
  const { unit, units } = await ask<{ unit: { id: string; name: string }; units: { nodes: { id: string; name: string }[] } }>(
    'query ($under: ID) { unit(id: $under) { id name } units(filter: { under: $under, tier: CELL }, first: 20) { nodes { id name } } }', { under });
  for (const cell of units.nodes.length > 0 ? units.nodes : [unit]) {
    const { people } = await ask<{ people: { nodes: { id: string }[] } }>('query ($under: ID!) { people(filter: { under: $under, states: [OFFICIAL] }, first: 2) { nodes { id } } }', { under: cell.id });
    if (people.nodes.length === 2) return { ...cell, members: people.nodes.map(({ id }) => id) };
  }
  throw new Error('no cell has two official members');
}

/** Adds a source to a cell. */
export async function addSource({ ask }: Colleague, unit: string, name = newName()): Promise<Candidate & { readonly version: number }> {
  const input = { unit, fullName: name, birthDate: '1996-03-08', gender: 'F', on: '2025-01-06', idempotencyKey: `journey-${Math.random()}-${Date.now()}` };
  const { id, version, person } = standing(await ask<Answer>(`mutation ($input: AddCandidateInput!) { change: addCandidate(input: $input) { ${changed} } }`, { input }));
  return { candidacy: id, person: person.id, name, cell: unit, version };
}

/** Records a step as it stands. */
export async function recordStep({ ask }: Colleague, candidacy: string, step: string, facts: object): Promise<void> {
  const { candidacy: now } = await ask<{ candidacy: { version: number } }>('query ($id: ID!) { candidacy(id: $id) { version } }', { id: candidacy });
  standing(await ask<Answer>(`mutation ($input: RecordStepInput!) { change: recordStep(input: $input) { ${changed} } }`, { input: { candidacy, expectedVersion: now.version, step, ...facts } }));
}

const vote = { base: 13, present: 12, inFavour: 11 };

/** The way up to the ceremony, with days that every rule allows. */
const way = [
  ['LISTED', { on: '2025-02-03' }],
  ['ENROLLED', { on: '2025-03-03' }],
  ['CERTIFIED', { on: '2025-04-07', certificateNumber: '118/CN' }],
  ['FILE_OPENED', { on: '2026-02-02' }],
  ['VERIFICATION_STARTED', { on: '2026-03-02' }],
  ['CELL_PROPOSED', { on: '2026-05-04', vote, documentNumber: '12-NQ/CB' }],
  ['COMMITTEE_PROPOSED', { on: '2026-06-01', vote, documentNumber: '31-NQ/ĐU' }],
  ['SUBMITTED', { on: '2026-06-08' }],
  ['ADMISSION_DECIDED', { on: '2026-11-02', documentNumber: '204-QĐ/TU', receivedOn: '2026-11-05' }],
] as const;

/** Somebody who has come as far as a step, in the first cell below the unit. */
export async function candidateAt(asked: Colleague, until: (typeof way)[number][0] | 'IDENTIFIED', under?: string): Promise<Candidate> {
  const { ask } = asked;
  const root = under ?? (await ask<{ viewer: { unit: { id: string } } }>('{ viewer { unit { id } } }')).viewer.unit.id;
  const cell = await cellOf(asked, root);
  const candidate = await addSource(asked, cell.id);
  const last = way.findIndex(([step]) => step === until);
  for (const [step, facts] of way.slice(0, last + 1)) {
    if (step === 'CELL_PROPOSED') {
      for (const member of cell.members) {
        const input = { candidacy: candidate.candidacy, kind: 'INTRODUCER', member, from: '2026-02-02', together: 'SHARED_WORK', togetherSince: '2024-01-15', idempotencyKey: randomUUID() };
        standing(await ask<Answer>(`mutation ($input: NameParticipantInput!) { change: nameParticipant(input: $input) { ${changed} } }`, { input }));
      }
    }
    const { candidacy } = await ask<{ candidacy: { steps: { step: string }[] } }>('query ($id: ID!) { candidacy(id: $id) { steps { step } } }', { id: candidate.candidacy });
    // Where no committee proposes, its step is not there.
    if (candidacy.steps.some((option) => option.step === step)) await recordStep(asked, candidate.candidacy, step, facts);
  }
  return candidate;
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
