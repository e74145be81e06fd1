import { createServer, type IncomingMessage } from 'node:http';
import { credentialOf } from '@banyan/server/src/contexts/access/domain/credential.ts';
import { listTodoThings, readTodo } from '@banyan/server/src/contexts/people/application/read-todo.ts';
import { listCandidacies } from '@banyan/server/src/contexts/people/persistence/candidacy-reads.ts';
import { findPeopleById, listPeople } from '@banyan/server/src/contexts/people/persistence/person-reads.ts';
import { decodeCursor } from '@banyan/server/src/kernel/connection.ts';
import { addDays, dayInVietNam } from '@banyan/server/src/kernel/day.ts';
import { decodeIdOf } from '@banyan/server/src/kernel/ids.ts';
import type { Scope } from '@banyan/server/src/platform/scope.ts';
import { memberStates } from '@banyan/schema/enums';
import { candidacyStates, stageOf } from '@banyan/schema/lifecycle';
import type pg from 'pg';
import { pageOf, type Asked } from '../people-pages.ts';
import { listen } from './listen.ts';
import { openPool } from './scoped-read.ts';

/* A page of people by the statements of the product, with nothing between them and the caller. */

const pool = openPool();
const first = 100;

const underOf = (filter: Asked['filter']) => (filter?.under ? decodeIdOf('Unit', filter.under) : null);

function among<State extends string>(all: readonly State[], states: readonly string[] | undefined): State[] | null {
  return states ? all.filter((state) => states.includes(state)) : null;
}

async function readPeople(scope: Scope, { filter, orderBy, after }: Asked): Promise<unknown> {
  const asked = { under: underOf(filter), search: filter?.search ?? null, states: among(memberStates, filter?.states) };
  const by = orderBy === 'CEREMONY_DATE' ? orderBy : 'GIVEN_NAME';
  return await listPeople(scope, asked, { orderBy: by, first, after: decodeCursor(after, by === 'GIVEN_NAME' ? 'TEXT' : 'DAY') });
}

async function readCandidacies(scope: Scope, { filter, orderBy, after }: Asked, today: string): Promise<unknown> {
  const states = filter?.stages ? candidacyStates.filter((state) => filter.stages?.includes(stageOf[state])) : among(candidacyStates, filter?.states);
  const dueBefore = filter?.isOverdue ? today : filter?.dueUntil ? addDays(filter.dueUntil, 1) : null;
  const by = orderBy === 'DEADLINE' ? orderBy : 'GIVEN_NAME';
  const asked = { under: underOf(filter), search: filter?.search ?? null, states, dueBefore, dueFrom: filter?.dueFrom ?? null };
  const page = await listCandidacies(scope, asked, { orderBy: by, first, after: decodeCursor(after, by === 'GIVEN_NAME' ? 'TEXT' : 'DAY') });
  return { page, people: [...(await findPeopleById(scope, page.rows.map(({ candidacy }) => candidacy.personId))).values()] };
}

async function readToDo(scope: Scope, { group, after }: Asked, today: string): Promise<unknown> {
  const todo = await readTodo(scope, today);
  const things = await listTodoThings(scope, todo, group ?? 'OVERDUE', { first, after: decodeCursor(after, 'DAY') });
  return { things, people: [...(await findPeopleById(scope, things.flatMap(({ thing }) => ('candidacy' in thing ? thing.candidacy.personId : [])))).values()] };
}

interface Entered {
  readonly lo: string;
  readonly hi: string;
  readonly role: string;
  readonly unit_id: string;
}

async function read(credential: string, { list, asked }: ReturnType<typeof pageOf>): Promise<string> {
  const client = await pool.connect();
  try {
    const results = (await client.query(`begin isolation level repeatable read read only; select * from app.enter('${credential}')`)) as unknown as pg.QueryResult<Entered>[];
    const entered = results[1]?.rows[0];
    if (!entered) throw new Error('The session of the bench is not live.');
    const query = async (text: string, values: readonly unknown[] = []) => (await client.query(values.length > 0 ? { text, values: [...values] } : text)).rows as unknown[];
    const { lo, hi } = entered;
    const scope = { lo, hi, actor: { role: entered.role, unitId: entered.unit_id }, catalogue: new Map(), query } as unknown as Scope;
    const today = dayInVietNam(new Date());
    const page = await { people: readPeople, candidacies: readCandidacies, todo: readToDo }[list](scope, asked, today);
    await client.query('commit');
    return JSON.stringify(page);
  } finally {
    client.release();
  }
}

async function answer(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return await read(credentialOf(/sid=([^;]+)/.exec(request.headers.cookie ?? '')?.[1]), pageOf(Buffer.concat(chunks).toString('utf8')));
}

listen(
  createServer((request, response) => {
    answer(request).then(
      (body) => response.writeHead(200, { 'content-type': 'application/json' }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  }),
);
