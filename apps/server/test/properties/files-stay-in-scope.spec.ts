import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Walls } from '../../src/platform/scope.ts';
import type { BuiltServer } from '../../src/server.ts';
import { Draw } from '../worlds/draw.ts';
import { secretOf } from '../worlds/session.ts';
import { openingMilliseconds, openWorlds, propertyMilliseconds, serve, type Worlds } from '../worlds/shared-worlds.ts';
import { nightly, share } from '../worlds/sizes.ts';
import { knowledgeOf, leaksIn, type Knowledge } from './judge.ts';
import { opaque, rowsFor } from './literals.ts';
import { Oracle } from './oracle.ts';

/*
 * Every reader asks for the file of everybody inside the scope, outside of it, of another world, and nowhere, and sends one for a paper of
 * each. Names and contents of files are canaries. Outside of the scope the answer is that for what is not there, to the byte.
 */

let shared: Worlds;
let folder: string;
let oracles: Oracle[];

beforeAll(async () => {
  shared = await openWorlds();
  oracles = shared.worlds.filter((world) => world.people.length > 4 && world.units.length > 6).slice(0, nightly ? share(200) : 3).map((world) => new Oracle(world));
  folder = await mkdtemp(join(tmpdir(), 'banyan-files-'));
  for (const { world } of oracles) {
    for (const { id, fullName } of world.people) {
      await mkdir(join(folder, id.slice(0, 2)), { recursive: true });
      const content = `%PDF-1.7 ${/zq\w+x/.exec(fullName)![0]}`;
      await writeFile(join(folder, id.slice(0, 2), id), content);
      await shared.owner.query('update paper_file set bytes = $2 where id = $1', [id, content.length]);
    }
  }
}, openingMilliseconds);
afterAll(async () => {
  await shared.drop();
  await rm(folder, { recursive: true, force: true });
});

async function get(server: BuiltServer, account: string | null, id: string) {
  const response = await server.app.inject({ method: 'GET', url: `/files/${id}`, headers: { host: 'localhost' }, ...(account === null ? {} : { cookies: { sid: secretOf(account) } }) });
  return { status: response.statusCode, bytes: `${JSON.stringify(response.headers)}\n${response.body}`, same: `${response.statusCode} ${response.body.replace(/"requestId":"[^"]*"/, '')}` };
}

async function send(server: BuiltServer, account: string | null, paper: string, name: string) {
  const response = await server.app.inject({
    method: 'POST', url: `/files?paper=${paper}`, headers: { host: 'localhost', 'x-file-name': encodeURIComponent(name), 'idempotency-key': randomUUID(), 'content-type': 'application/octet-stream' }, payload: Buffer.from('%PDF-1.7 and what follows'),
    ...(account === null ? {} : { cookies: { sid: secretOf(account) } }),
  });
  return { status: response.statusCode, same: `${response.statusCode} ${response.body.replace(/"requestId":"[^"]*"/, '')}` };
}

interface Asked {
  given: number;
  kept: number;
  readonly wrong: string[];
}

async function askAll(server: BuiltServer, reader: Knowledge, asked: Asked): Promise<void> {
  const { world } = reader.oracle;
  const { name } = reader.account;
  const { people } = rowsFor(reader);
  const draw = new Draw(world.seed + 77);
  const stranger = shared.worlds.find((other) => other !== world && other.people.length > 0)!.people[0]!.id;
  const absent = await get(server, name, opaque('File', draw.id()));
  const [noPaper, noPerson] = [await send(server, name, opaque('Paper', draw.id()), 'x.pdf'), await get(server, name, 'x')];
  const sends = reader.role === 'STAFF' || reader.role === 'SECRETARY';
  const label = `world ${world.seed}, ${reader.role} ${name}`;
  if (noPerson.same !== absent.same) asked.wrong.push(`${label}: no id ${noPerson.same}`);
  // Of many, some on each side: a night asks for everybody.
  const some = (of: readonly number[]) => (nightly ? of : of.filter((_, index) => index % Math.ceil(of.length / 12) === 0));
  for (const person of [...some(people.in), ...some(people.out)].map((index) => ({ id: world.people[index]!.id, isIn: people.in.includes(index) })).concat({ id: stranger, isIn: false })) {
    const answer = await get(server, name, opaque('File', person.id));
    if (person.isIn ? answer.status !== 200 : answer.same !== absent.same) asked.wrong.push(`${label}: ${person.isIn ? 'in' : 'out'} ${answer.same}`);
    asked.wrong.push(...leaksIn(reader, { bytes: answer.bytes, hasData: answer.status === 200 }).map((leak) => `${label}: ${leak}`));
    if (answer.status === 200) asked.given += 1;
    // One of each reader inside, and everybody outside.
    if (person.isIn && person.id !== world.people[people.in[0]!]!.id) continue;
    const sent = await send(server, name, opaque('Paper', person.id), 'x.pdf');
    if (person.isIn && sends ? sent.status !== 201 : sent.same !== noPaper.same) asked.wrong.push(`${label}: sent ${person.isIn ? 'in' : 'out'} ${sent.same}`);
    if (sent.status === 201) asked.kept += 1;
  }
}

async function asked(walls: Walls): Promise<Asked> {
  const server = await serve(shared.database, { walls, filesFolder: folder });
  const all: Asked = { given: 0, kept: 0, wrong: [] };
  try {
    for (const oracle of oracles) for (const account of oracle.world.accounts) await askAll(server, knowledgeOf(oracle, account), all);
    return all;
  } finally {
    await server.close();
  }
}

async function rowSecurity(on: boolean): Promise<void> {
  const { rows } = await shared.owner.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`);
  for (const { name } of rows) await shared.owner.query(`alter table ${name} ${on ? 'enable' : 'disable'} row level security`);
}

describe('no reader gets a file, or leaves one, outside of the scope', () => {
  test('with both walls', { timeout: propertyMilliseconds }, async () => {
    const before = (await readdir(folder, { recursive: true })).length;
    const all = await asked({ application: true });
    expect(all.wrong).toEqual([]);
    expect(all.given).toBeGreaterThan(0);
    expect(all.kept).toBeGreaterThan(0);
    // What was refused left nothing behind; what was kept lies on shelves that may be new.
    expect((await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).length).toBeLessThanOrEqual(before + all.kept);
  });

  test("with the database's alone", { timeout: propertyMilliseconds }, async () => {
    expect((await asked({ application: false })).wrong).toEqual([]);
  });

  test("with the application's alone, and with neither the property tells", { timeout: propertyMilliseconds }, async () => {
    await rowSecurity(false);
    try {
      expect((await asked({ application: true })).wrong).toEqual([]);
      expect((await asked({ application: false })).wrong).not.toEqual([]);
    } finally {
      await rowSecurity(true);
    }
  });
});
