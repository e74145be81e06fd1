import { randomUUID } from 'node:crypto';
import type { APIRequestContext } from '@playwright/test';
import { password } from './journey.ts';

/* People whom a journey makes for itself, through the API: journeys run beside each other and share nobody. */

/** Asks the API something with variables. */
export type Send = (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<unknown>;

/** Signs in beside the page, and asks with that session. */
export async function sendAs(request: APIRequestContext, account: string): Promise<Send> {
  const send: Send = async (query, variables = {}) => {
    const response = await request.post('/graphql', { headers: { 'content-type': 'application/json', 'apollo-require-preflight': '1' }, data: { query, variables } });
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
    if (errors !== undefined) throw new Error(JSON.stringify(errors));
    return data;
  };
  await send('mutation ($input: SignInInput!) { signIn(input: $input) { __typename } }', { input: { account, password } });
  return send;
}

/** How far somebody has come when a journey begins. */
export type Reached = 'SOURCE' | 'LISTED' | 'TRAINED' | 'VERIFYING' | 'SUBMITTED' | 'RETURNED' | 'ADMISSION_DECIDED' | 'PROBATIONARY' | 'RECOGNITION_PROPOSED' | 'RECOGNITION_SUBMITTED' | 'OFFICIAL';

interface Step {
  readonly step: string;
  /** Days before today. */
  readonly ago: number;
  readonly reached?: Reached;
}

/** The way, with days before today that keep its limits: each plan begins where it has to so that its end is where it is wanted. */
function planOf(to: Reached, last: number): Step[] {
  const start: Step[] = [
    { step: 'LISTED', ago: last + 300, reached: 'LISTED' },
    { step: 'ENROLLED', ago: last + 280 },
    { step: 'CERTIFIED', ago: last + 250, reached: 'TRAINED' },
    { step: 'FILE_OPENED', ago: last + 200 },
    { step: 'VERIFICATION_STARTED', ago: last + 180, reached: 'VERIFYING' },
    { step: 'CELL_PROPOSED', ago: last + 20 },
    { step: 'COMMITTEE_PROPOSED', ago: last + 15 },
    { step: 'SUBMITTED', ago: last + 10, reached: 'SUBMITTED' },
  ];
  const end: Step[] =
    to === 'RETURNED'
      ? [{ step: 'RETURNED', ago: last + 5, reached: 'RETURNED' }]
      : [
          { step: 'ADMISSION_DECIDED', ago: last + 5, reached: 'ADMISSION_DECIDED' },
          { step: 'CEREMONY_HELD', ago: last, reached: 'PROBATIONARY' },
          { step: 'RECOGNITION_PROPOSED', ago: Math.max(0, last - 370), reached: 'RECOGNITION_PROPOSED' },
          { step: 'RECOGNITION_SUBMITTED', ago: Math.max(0, last - 372), reached: 'RECOGNITION_SUBMITTED' },
          { step: 'RECOGNISED', ago: 0, reached: 'OFFICIAL' },
        ];
  const all = [...start, ...end];
  return to === 'SOURCE' ? [] : all.slice(0, all.findIndex(({ reached }) => reached === to) + 1);
}

function dayBefore(today: string, days: number): string {
  return new Date(Date.parse(today) - days * 86_400_000).toISOString().slice(0, 10);
}

const facts: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  CERTIFIED: { certificateNumber: 'CN-01' },
  CELL_PROPOSED: { vote: { base: 9, present: 9, inFavour: 9 } },
  COMMITTEE_PROPOSED: { vote: { base: 9, present: 9, inFavour: 9 } },
  RETURNED: { reason: 'Thiếu giấy giới thiệu' },
  ADMISSION_DECIDED: { documentNumber: '12-QĐ/ĐU' },
  RECOGNITION_PROPOSED: { vote: { base: 9, present: 9, inFavour: 9 } },
  RECOGNITION_SUBMITTED: { vote: { base: 9, present: 9, inFavour: 9 } },
  RECOGNISED: { documentNumber: '34-QĐ/ĐU' },
};

/** Somebody who was made. */
export interface Made {
  readonly id: string;
  readonly fullName: string;
  readonly unit: string;
}

interface Changed {
  readonly __typename: string;
  readonly code?: string;
  readonly field?: string;
  readonly candidacy?: { readonly id: string; readonly version: number; readonly steps: readonly { readonly step: string }[] };
}

const changed = '__typename ... on CandidacyChanged { candidacy { id version steps { step } } } ... on CandidacyRefused { code field }';

async function change(send: Send, name: string, type: string, input: Readonly<Record<string, unknown>>): Promise<Required<Changed>['candidacy']> {
  const answer = (await send(`mutation ($input: ${type}!) { result: ${name}(input: $input) { ${changed} } }`, { input })) as { result: Changed };
  const { candidacy } = answer.result;
  if (candidacy === undefined) throw new Error(`${name} ${JSON.stringify(input)}: ${JSON.stringify(answer.result)}`);
  return candidacy;
}

export interface Cell {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly parent: { readonly name: string } | null;
  readonly members: readonly string[];
}

/** A cell of the scope with official members enough to introduce somebody, told apart by a number. */
export async function aCell(send: Send, index = 0, under?: string): Promise<Cell> {
  const { units } = (await send('query ($under: ID) { units(filter: { under: $under }, first: 100) { nodes { id name code parent { name } kind { code holdsMembers } } } }', { under })) as {
    units: { nodes: (Omit<Cell, 'members'> & { kind: { holdsMembers: boolean } })[] };
  };
  let left = index;
  for (const cell of units.nodes.filter(({ kind }) => kind.holdsMembers)) {
    const { people } = (await send('query ($under: ID!) { people(filter: { under: $under, states: [OFFICIAL] }, first: 2) { nodes { id } } }', { under: cell.id })) as { people: { nodes: { id: string }[] } };
    if (people.nodes.length < 2) continue;
    if (left === 0) return { ...cell, members: people.nodes.map(({ id }) => id) };
    left -= 1;
  }
  throw new Error('No such cell has two official members');
}

/** Letters that no other journey uses, so that a name is found and nobody else is. */
function ownLetters(): string {
  return Array.from({ length: 7 }, () => 'bcdghklmnpqrstvx'[Math.floor(Math.random() * 16)]).join('');
}

interface Wanted {
  readonly cell: Cell;
  readonly to: Reached;
  /** Days before today on which the ceremony was, or would be: everything else follows from it. */
  readonly last?: number;
  readonly family?: string;
}

/** Makes somebody and leads them to where they are wanted. */
export async function makeCandidate(send: Send, { cell, to, last = 0, family = 'Nguyễn Thị' }: Wanted): Promise<Made> {
  const letters = ownLetters();
  const fullName = `${family} ${letters.charAt(0).toUpperCase()}${letters.slice(1)}`;
  const { viewer } = (await send('{ viewer { today } }')) as { viewer: { today: string } };
  const on = dayBefore(viewer.today, last + 320);
  let candidacy = await change(send, 'addCandidate', 'AddCandidateInput', {
    unit: cell.id,
    fullName,
    birthDate: dayBefore(viewer.today, 26 * 365),
    gender: 'F',
    occupation: 'UNKNOWN',
    enterpriseRelation: 'UNKNOWN',
    education: 'UNKNOWN',
    youthUnion: 'UNKNOWN',
    isSomebodyElse: false,
    on,
    idempotencyKey: `journey-${letters}`,
  });
  if (to !== 'SOURCE') {
    for (const member of cell.members) await change(send, 'nameParticipant', 'NameParticipantInput', { candidacy: candidacy.id, kind: 'INTRODUCER', member, from: on, together: 'SHARED_WORK', togetherSince: '2010-01-15', idempotencyKey: randomUUID() });
    candidacy = await change(send, 'nameParticipant', 'NameParticipantInput', { candidacy: candidacy.id, kind: 'HELPER', member: cell.members[0], from: on, idempotencyKey: randomUUID() });
  }
  for (const { step, ago } of planOf(to, last)) {
    // Where no committee proposes, its steps are not there to be taken.
    if (!candidacy.steps.some((option) => option.step === step)) continue;
    candidacy = await change(send, 'recordStep', 'RecordStepInput', { candidacy: candidacy.id, expectedVersion: candidacy.version, step, on: dayBefore(viewer.today, ago), ...facts[step] });
  }
  return { id: candidacy.id, fullName, unit: cell.name };
}
