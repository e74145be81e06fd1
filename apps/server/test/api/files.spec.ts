import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, open, readdir, readFile, rm, stat, utimes, type FileHandle } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { keptFilesAmong } from '../../src/contexts/people/index.ts';
import { FileStore } from '../../src/platform/file-store.ts';
import { sweepFiles } from '../../src/platform/file-sweep.ts';
import { opaque } from '../properties/literals.ts';
import { openWith, province } from '../world.ts';
import { secretOf } from '../worlds/session.ts';
import { change } from './candidacy-support.ts';
import { cookie, openFiles, pdf, type FileWorld, type Said } from './file-support.ts';

let files: FileWorld;
let { world, url, folder, send, get, papered, lineOf, onDisk } = {} as FileWorld;
let mine: Awaited<ReturnType<FileWorld['papered']>>;
beforeAll(async () => {
  files = await openFiles();
  ({ world, url, folder, send, get, papered, lineOf, onDisk } = files);
}, 120_000);
afterAll(async () => {
  await files.close();
});
beforeEach(async () => {
  mine = await papered();
});

const day = 86_400_000;
/** Sweeps as if so many days had passed. */
const sweep = async (days = 0) => await sweepFiles(folder, { olderThanMilliseconds: day, sweptKeptMilliseconds: 7 * day, now: new Date(Date.now() + days * day), keptAmong: async (ids) => await keptFilesAmong(world.server.database.pool, ids) });

describe('a file of a paper', () => {
  test('is kept under its paper, and given back to the byte, to be saved and never shown', async () => {
    const bytes = pdf(300_000);
    const { status, file } = await send('secretary', mine.paper, bytes, { name: 'Đơn xin vào Đảng (ký).PDF' });
    expect([status, file?.name]).toEqual([201, 'Đơn xin vào Đảng (ký).pdf']);
    expect((await lineOf(mine.candidacy, 'APPLICATION')).papers[0]?.files).toEqual([{ id: file!.id, name: 'Đơn xin vào Đảng (ký).pdf', mediaType: 'application/pdf', bytes: bytes.length, uploadedBy: 'secretary' }]);
    const given = await get('board', file!.id);
    expect(given.status).toBe(200);
    expect(Buffer.from(await given.arrayBuffer()).equals(bytes)).toBe(true);
    expect(Object.fromEntries(['content-type', 'content-disposition', 'x-content-type-options', 'cache-control', 'content-security-policy', 'cross-origin-resource-policy'].map((name) => [name, given.headers.get(name)]))).toEqual({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="Don xin vao Dang _ky_.pdf"; filename*=UTF-8''%C4%90%C6%A1n%20xin%20v%C3%A0o%20%C4%90%E1%BA%A3ng%20%28k%C3%BD%29.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': `sandbox; default-src 'none'`,
      'cross-origin-resource-policy': 'same-origin',
    });
    const { rows } = await world.owner.query<{ action: string; account: string }>(
      `select e.action, a.name as account from audit_event e join account a on a.id = e.account_id where e.action in ('candidacy.uploadFile', 'candidacy.readFile') and e.subject_id = $1 order by e.at`, [Buffer.from(mine.candidacy, 'base64url').toString().split(':')[1]]);
    expect(rows).toEqual([{ action: 'candidacy.uploadFile', account: 'secretary' }, { action: 'candidacy.readFile', account: 'board' }]);
  });

  test('is what its content says, whatever it is called', async () => {
    const kinds: [Buffer, string, string][] = [
      [Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(40)]), 'image/jpeg', 'a.exe'],
      [Buffer.concat([Buffer.from('\x89PNG\r\n\x1A\n', 'latin1'), randomBytes(40)]), 'image/png', 'a.html'],
      [Buffer.concat([Buffer.from('RIFF0000WEBP'), randomBytes(40)]), 'image/webp', '../../etc/a.webp'],
      [Buffer.concat([Buffer.from('0000ftypheic'), randomBytes(40)]), 'image/heic', 'IMG_1.HEIF'],
    ];
    for (const [bytes, , name] of kinds) expect((await send('secretary', mine.paper, bytes, { name })).status).toBe(201);
    const { files } = (await lineOf(mine.candidacy, 'APPLICATION')).papers[0]!;
    expect(files.map(({ mediaType }) => mediaType)).toEqual(kinds.map(([, mediaType]) => mediaType));
    expect(files.map(({ name }) => name)).toEqual(['a.jpg', 'a.png', 'a.webp', 'IMG_1.heif']);
    const before = await onDisk();
    for (const bytes of [Buffer.from('<!doctype html><script>alert(1)</script>'), Buffer.from('MZ\x90\0and so on and on'), Buffer.from('%PD'), Buffer.from('GIF89a, which is not taken')]) {
      expect(await send('secretary', mine.paper, bytes)).toMatchObject({ status: 415, error: { code: 'TYPE_NOT_POSSIBLE' } });
    }
    expect(await send('secretary', mine.paper, Buffer.alloc(0))).toMatchObject({ status: 422, error: { code: 'EMPTY' } });
    expect(await send('secretary', mine.paper, pdf(), { name: 'a\u202Efdp.pdf' })).toMatchObject({ error: { code: 'NAME_NOT_POSSIBLE' } });
    expect(await onDisk()).toEqual(before);
  });

  test('is not taken with what a background check found, nor with what is not there', async () => {
    for (const kind of ['VERIFICATION', 'BIOGRAPHY', 'OPINION_SUMMARY', 'RESIDENCE_OPINION', 'MASS_ORGANISATION_OPINION']) {
      const kept = await papered(kind);
      expect((await lineOf(kept.candidacy, kind)).takesFile, kind).toBe(false);
      expect((await send('secretary', kept.paper, pdf())).error?.code, kind).toBe('TAKES_NO_FILE');
      const row = { id: randomUUID(), paper: Buffer.from(kept.paper, 'base64url').toString().split(':')[1] };
      // The database refuses it by itself.
      await expect(world.write('secretary', async (transaction) => await transaction.query(
        `insert into paper_file (id, paper_id, candidacy_id, position, name, media_type, bytes, sha256, account_id, recorder_name)
         select $1, p.id, p.candidacy_id, p.position, 'x', 'application/pdf', 1, sha256(''), app.account_id(), 'x' from paper p where p.id = $2`, [row.id, row.paper])), kind).rejects.toMatchObject({ code: '42501' });
    }
    const asked = await papered('APPLICATION', false);
    expect((await send('secretary', asked.paper, pdf())).error).toMatchObject({ code: 'NOT_THERE', messages: { en: expect.stringContaining('asked for') as string } });
  });

  test('is for who works with people there: sent by those who do the daily work, and outside the scope there is none', async () => {
    const { file } = await send('secretary', mine.paper, pdf());
    const outcome = async (account: string | null, paper: string) => (await send(account, paper, pdf())).error?.code ?? 'KEPT';
    const absent = opaque('Paper', randomUUID());
    expect([await outcome('secretary', mine.paper), await outcome('full', mine.paper)]).toEqual(['KEPT', 'KEPT']);
    expect([await outcome('far', mine.paper), await outcome('far', absent), await outcome('secretary', absent), await outcome('secretary', 'x'), await outcome('secretary', mine.candidacy)]).toEqual(Array(5).fill('NOT_FOUND'));
    expect([await outcome('board', mine.paper), await outcome('observer', mine.paper), await outcome('auditor', absent), await outcome(null, mine.paper)]).toEqual(['FORBIDDEN_FOR_ROLE', 'FORBIDDEN_FOR_ROLE', 'FORBIDDEN_FOR_ROLE', 'SIGNED_OUT']);
    const read = async (account: string | null, id: string) => {
      const response = await get(account, id);
      return [response.status, response.status === 200 ? '' : (await response.text()).replace(/"requestId":"[^"]*"/, '')];
    };
    expect((await read('secretary', file!.id))[0]).toBe(200);
    const hidden = await read('far', file!.id);
    expect(hidden[0]).toBe(404);
    for (const [account, id] of [['far', opaque('File', randomUUID())], ['secretary', opaque('File', randomUUID())], ['secretary', 'x'], ['secretary', mine.paper], ['observer', file!.id], ['auditor', file!.id]] as const) expect(await read(account, id), `${account} ${id}`).toEqual(hidden);
    expect((await read(null, file!.id))[0]).toBe(401);
  });

  test('is kept once, however often it is sent under its key', async () => {
    const bytes = pdf();
    const headers = { 'idempotency-key': randomUUID() };
    const first = await send('secretary', mine.paper, bytes, { headers });
    expect(first.status).toBe(201);
    const before = await onDisk();
    const filesThere = async () => (await lineOf(mine.candidacy, 'APPLICATION')).papers[0]!.files.length;
    expect(await Promise.all(Array.from({ length: 4 }, async () => await send('secretary', mine.paper, bytes, { headers })))).toEqual(Array(4).fill(first));
    expect([await filesThere(), await onDisk()]).toEqual([1, before]);
    // Another account's key is its own.
    expect((await send('full', mine.paper, bytes, { headers })).file?.id).not.toBe(first.file!.id);
    expect(await filesThere()).toBe(2);
  });

  test('is kept once of many that are sent at once under one key', async () => {
    const [bytes, headers] = [pdf(), { 'idempotency-key': randomUUID() }];
    const sent = await Promise.all(Array.from({ length: 5 }, async () => await send('secretary', mine.paper, bytes, { headers })));
    expect(new Set(sent.map(({ file }) => file?.id)).size).toBe(1);
    expect((await lineOf(mine.candidacy, 'APPLICATION')).papers[0]!.files).toHaveLength(1);
  });

  test('of another content, name or paper is refused under a key that was used, and without a key none is taken', async () => {
    const [bytes, headers, other] = [pdf(), { 'idempotency-key': randomUUID() }, await papered()];
    expect((await send('secretary', mine.paper, bytes, { headers })).status).toBe(201);
    const before = await onDisk();
    const again = [await send('secretary', mine.paper, pdf(), { headers }), await send('secretary', mine.paper, bytes, { headers, name: 'Khác.pdf' }), await send('secretary', other.paper, bytes, { headers })];
    expect(again.map(({ status, error }) => [status, error?.code])).toEqual(again.map(() => [409, 'KEY_USED_OTHERWISE']));
    for (const key of ['', 'short', 'a b c d e', 'a'.repeat(81)]) expect(await send('secretary', mine.paper, bytes, { headers: { 'idempotency-key': key } }), key).toMatchObject({ status: 422, error: { code: 'KEY_NOT_POSSIBLE' } });
    expect(await onDisk()).toEqual(before);
  });

  test('that fills its paper is told again to who has not heard, and to nobody who sees it no more', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const bytes = pdf();
    for (let count = 0; count < 9; count += 1) await send('secretary', mine.paper, pdf());
    const last = await send('secretary', mine.paper, bytes, { headers });
    expect(await send('secretary', mine.paper, bytes, { headers })).toEqual(last);
    expect((await send('secretary', mine.paper, bytes)).error?.code).toBe('TOO_MANY_FILES');
    await change(world, 'secretary', 'removeFile', { candidacy: mine.candidacy, file: last.file!.id });
    expect((await send('secretary', mine.paper, bytes, { headers })).error?.code).toBe('NOT_FOUND');
  });

  test('comes from no page of another site', async () => {
    expect((await send('secretary', mine.paper, pdf(), { headers: { origin: 'https://elsewhere.example' } })).error?.code).toBe('FOREIGN');
    expect((await send('secretary', mine.paper, pdf(), { headers: { origin: url } })).status).toBe(201);
    // What a form can send has no name beside it.
    const response = await fetch(`${url}/files?paper=${mine.paper}`, { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain', ...cookie('secretary') } });
    expect(response.status).toBe(403);
  });

  test('is removed by who does the daily work; its bytes are swept a day later, with what broke on the way', async () => {
    const { file } = await send('secretary', mine.paper, pdf());
    const kept = (await send('secretary', mine.paper, pdf())).file!;
    const { file: { id } } = { file: file! };
    const remove = async (account: string, file_: string) => (await change(world, account, 'removeFile', { candidacy: mine.candidacy, file: file_ })).code;
    expect([await remove('far', id), await remove('board', id), await remove('secretary', opaque('File', randomUUID()))]).toEqual(['NOT_FOUND', 'FORBIDDEN_FOR_ROLE', 'NOT_FOUND']);
    expect(await remove('secretary', id)).toBeUndefined();
    expect([(await get('secretary', id)).status, (await get('secretary', kept.id)).status, await remove('secretary', id)]).toEqual([404, 200, 'NOT_FOUND']);
    const place = (opaqueId: string) => Buffer.from(opaqueId, 'base64url').toString().split(':')[1]!;
    expect((await onDisk()).some((path) => path.endsWith(place(id)))).toBe(true);
    for (const path of await onDisk()) await utimes(path, new Date(0), new Date(0));
    const setRemoved = async (to: string) => await world.owner.query(`update paper_file set removed_at = ${to} where id = $1`, [place(id)]);
    expect(await sweep(), 'within a day').toBe(0);
    await setRemoved(`now() - interval '2 days'`);
    expect(await sweep()).toBeGreaterThan(0);
    const isThere = async (opaqueId: string) => (await onDisk()).some((path) => path.endsWith(place(opaqueId)));
    // It lies apart for a week, and comes back where the database knows it again.
    expect([await isThere(id), (await get('secretary', kept.id)).status]).toEqual([true, 200]);
    await setRemoved('null');
    expect((await get('secretary', id)).status).toBe(404);
    await sweep();
    expect((await get('secretary', id)).status).toBe(200);
    await setRemoved(`now() - interval '2 days'`);
    await sweep(2);
    await sweep(8);
    expect(await isThere(id)).toBe(true);
    await sweep(9.1);
    expect([await isThere(id), (await get('secretary', kept.id)).status]).toEqual([false, 200]);
  });

  test('is kept where the viewer is told that it may be, and refused by the code that is told where not', async () => {
    const told = async (account: string, candidacy: string, kind: string) => {
      const { data, errors } = await world.ask<{ candidacy: { papers: { kind: string; papers: { viewerCanAttach: boolean; viewerCannotAttachBecause: string | null }[] }[] } }>(
        account, 'query($id: ID!) { candidacy(id: $id) { papers { kind papers { viewerCanAttach viewerCannotAttachBecause } } } }', { id: candidacy });
      if (errors[0]) return errors[0].extensions.code;
      const paper = data!.candidacy.papers.find((line) => line.kind === kind)!.papers[0]!;
      expect(paper.viewerCanAttach).toBe(paper.viewerCannotAttachBecause === null);
      return paper.viewerCannotAttachBecause ?? 'KEPT';
    };
    const agreed = async (account: string, { candidacy, paper }: Awaited<ReturnType<typeof papered>>, kind = 'APPLICATION') => {
      const before = await told(account, candidacy, kind);
      expect((await send(account, paper, pdf())).error?.code ?? 'KEPT', account).toBe(before);
      return before;
    };
    const kept = await papered();
    expect([await agreed('secretary', kept), await agreed('board', kept), await agreed('observer', kept), await agreed('auditor', kept)]).toEqual(['KEPT', ...Array.from({ length: 3 }, () => 'FORBIDDEN_FOR_ROLE')]);
    expect(await agreed('secretary', await papered('VERIFICATION'), 'VERIFICATION')).toBe('TAKES_NO_FILE');
    expect(await agreed('secretary', await papered('APPLICATION', false))).toBe('NOT_THERE');
    const { rows: before } = await world.owner.query<{ measure: string; allowed: string }>('select measure, allowed from file_limit');
    const put = async (measure: string, allowed: string) => await world.owner.query('update file_limit set allowed = $2 where measure = $1', [measure, allowed]);
    for (const [measure, code] of [['PAPER_FILES', 'TOO_MANY_FILES'], ['CANDIDACY_BYTES', 'CANDIDACY_FULL'], ['ACCOUNT_DAY_BYTES', 'DAY_FULL']] as const) {
      try {
        await put(measure, measure === 'PAPER_FILES' ? '1' : '64');
        expect(await agreed('secretary', kept), measure).toBe(code);
      } finally {
        await put(measure, before.find((one) => one.measure === measure)!.allowed);
      }
    }
  });

  test('stays within its limits, which are data', async () => {
    const limits = { FILE_BYTES: 1_000, PAPER_FILES: 2, CANDIDACY_BYTES: 2_500, ACCOUNT_DAY_BYTES: 4_000 };
    const { rows: before } = await world.owner.query<{ measure: string; allowed: string }>('select measure, allowed from file_limit');
    await world.owner.query(`delete from paper_file where account_id = (select id from account where name = 'full')`);
    const put = async (rows: readonly (readonly [string, number | string])[]) => {
      for (const [measure, allowed] of rows) await world.owner.query('update file_limit set allowed = $2 where measure = $1', [measure, allowed]);
    };
    try {
      await put(Object.entries(limits));
      expect(await send('full', mine.paper, pdf(1_000))).toMatchObject({ status: 413, error: { code: 'TOO_LARGE' } });
      const say = async (paper: string, size: number) => (await send('full', paper, pdf(size))).error?.code ?? 'KEPT';
      expect([await say(mine.paper, 900), await say(mine.paper, 900), await say(mine.paper, 900)]).toEqual(['KEPT', 'KEPT', 'TOO_MANY_FILES']);
      await change(world, 'secretary', 'recordPaper', { candidacy: mine.candidacy, kind: 'AWARENESS_CERTIFICATE', isThere: true, madeOn: '2025-09-05', idempotencyKey: randomUUID() });
      expect(await say((await lineOf(mine.candidacy, 'AWARENESS_CERTIFICATE')).papers[0]!.id, 900)).toBe('CANDIDACY_FULL');
      const others = await papered();
      expect(await say(others.paper, 900)).toBe('KEPT');
      // Of several at once, from two windows, one alone still has room.
      const many = await Promise.all(Array.from({ length: 3 }, async () => (await papered()).paper));
      expect((await Promise.all(many.map(async (paper) => await say(paper, 900)))).toSorted()).toEqual(['DAY_FULL', 'DAY_FULL', 'KEPT']);
    } finally {
      await put(before.map(({ measure, allowed }) => [measure, allowed]));
    }
    // Nothing that is not told how large it is comes through either.
    const body = new ReadableStream({ pull: (controller) => controller.enqueue(pdf(1_000_000)) });
    const endless = await fetch(`${url}/files?paper=${mine.paper}`, { method: 'POST', body, duplex: 'half', headers: { 'x-file-name': 'a.pdf', 'idempotency-key': randomUUID(), 'content-type': 'application/octet-stream', ...cookie('secretary') } }).then(({ status }) => status, () => 413);
    expect(endless).toBe(413);
  });

  test('that broke on the way leaves nothing behind, and is taken the next time', async () => {
    const before = await onDisk();
    const request = http.request(`${url}/files?paper=${mine.paper}`, { method: 'POST', headers: { 'x-file-name': 'a.pdf', 'idempotency-key': randomUUID(), 'content-type': 'application/octet-stream', 'content-length': '500000', ...cookie('secretary') } });
    request.on('error', () => undefined);
    request.write(pdf(200_000));
    while ((await onDisk()).length === before.length) await sleep(10);
    request.destroy();
    while ((await onDisk()).length > before.length) await sleep(10);
    expect((await lineOf(mine.candidacy, 'APPLICATION')).papers[0]?.files).toEqual([]);
    expect((await send('secretary', mine.paper, pdf())).status).toBe(201);
  });

  test('lies under an id that tells nothing, readable by its owner alone', async () => {
    const bytes = pdf();
    const { file } = await send('secretary', mine.paper, bytes, { name: 'Lò Thị Mẩy.pdf' });
    const path = (await onDisk()).find((one) => one.endsWith(Buffer.from(file!.id, 'base64url').toString().split(':')[1]!))!;
    expect((await readFile(path)).equals(bytes)).toBe(true);
    expect((await onDisk()).some((one) => /Lò|pdf/.test(one))).toBe(false);
  });
});

describe('a disk', () => {
  let own: string;
  let handles: FileHandle;
  beforeEach(async () => {
    own = await mkdtemp(join(tmpdir(), 'banyan-disk-'));
    const handle = await open(own, 'r');
    handles = Object.getPrototypeOf(handle) as FileHandle;
    await handle.close();
    return async () => {
      vi.restoreAllMocks();
      await rm(own, { recursive: true, force: true });
    };
  });
  const put = async (bytes: Buffer) => await new FileStore(own).store(Readable.from([bytes.subarray(0, 700), bytes.subarray(700)]), { atMostBytes: 10_000, firstBytes: 4, wanted: () => true });

  test('that takes a part of what it is given is given the rest', async () => {
    vi.spyOn(handles, 'write').mockImplementation(async function half(this: FileHandle, chunk: Buffer) {
      await this.writeFile(chunk.subarray(0, chunk.length / 2));
      return { bytesWritten: Math.floor(chunk.length / 2), buffer: chunk };
    } as never);
    const bytes = pdf(1_000);
    const kept = await put(bytes);
    expect((await readFile(join(own, 'id' in kept ? `${kept.id.slice(0, 2)}/${kept.id}` : ''))).equals(bytes)).toBe(true);
  });

  test('that loses a part without saying so keeps no file, and nobody is told that it does', async () => {
    const { writeFile } = handles;
    vi.spyOn(handles, 'writeFile').mockImplementation(async function half(this: FileHandle, chunk: Buffer) {
      await writeFile.call(this, chunk.subarray(1));
    } as never);
    await expect(put(pdf(1_000))).rejects.toThrow('less than arrived');
    expect((await readdir(own, { recursive: true })).filter((name) => name.length > 2)).toEqual([]);
    const before = await onDisk();
    expect((await send('secretary', mine.paper, pdf())).status).toBe(500);
    expect([(await lineOf(mine.candidacy, 'APPLICATION')).papers[0]?.files, await onDisk()]).toEqual([[], before]);
  });

  test('has the name of a file as well as its bytes before it is said to be kept', async () => {
    const synced: string[] = [];
    const { sync } = handles;
    vi.spyOn(handles, 'sync').mockImplementation(async function noted(this: FileHandle) {
      const here = await this.stat();
      const shelf = join(own, (await readdir(own)).find((name) => name.length === 2)!);
      const isNamed = (await readdir(shelf)).every((name) => !name.endsWith('.part'));
      const places = new Map<number, string>([[(await stat(shelf)).ino, 'shelf'], [(await stat(own)).ino, 'folder'], [(await stat(dirname(own))).ino, 'above']]);
      synced.push(`${here.isFile() ? 'bytes' : places.get(here.ino)} ${isNamed ? 'named' : 'unnamed'}`);
      await sync.call(this);
    });
    await put(pdf());
    expect(synced).toEqual(['bytes unnamed', 'shelf named', 'folder named']);
  });
});

test('a server that was given no folder takes no file', async () => {
  const alone = await openWith({}, province('q').account('nobody', 'STAFF'));
  const response = await alone.server.app.inject({ method: 'POST', url: '/files?paper=x', headers: { 'x-file-name': 'a.pdf', 'idempotency-key': randomUUID(), 'content-type': 'application/octet-stream', host: 'localhost' }, cookies: { sid: secretOf('nobody') }, payload: pdf() });
  expect([response.statusCode, (JSON.parse(response.body) as Said).error?.code]).toEqual([503, 'NO_PLACE']);
  await alone.close();
});
