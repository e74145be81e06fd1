import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSchema as parseSchema, getIntrospectionQuery } from 'graphql';
import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isErrorCode } from '@banyan/schema/error-codes';
import { ask, found, insertAccount, insertRoot, startTestServer, type TestAccount, type TestServer } from './support.ts';

let on: TestServer;
let board: TestAccount;
let url: string;
let webRoot: string;

beforeAll(async () => {
  webRoot = await mkdtemp(join(tmpdir(), 'banyan-pages-'));
  await mkdir(join(webRoot, 'assets'));
  await writeFile(join(webRoot, 'assets', 'a.js'), '1;');
  for (const page of ['index', 'sign-in', 'explorer']) await writeFile(join(webRoot, `${page}.html`), '<script type="module" nonce="__CSP_NONCE__" src="/assets/a.js"></script>');
  on = await startTestServer(undefined, { webRoot });
  const root = await insertRoot(on.owner, 'tinh');
  board = await insertAccount(on.owner, 'ban@tinh', 'BOARD', root);
  await found(on, board.credential, { code: 'tinh.huyen', kind: 'DISTRICT_PARTY', parentId: root });
  await on.server.app.listen({ port: 0, host: '127.0.0.1' });
  url = on.server.app.listeningOrigin;
});

afterAll(async () => {
  await on.stop();
  await rm(webRoot, { recursive: true, force: true });
});

const headers = (more: Record<string, string> = {}) => ({ 'content-type': 'application/json', host: 'localhost', cookie: `sid=${board.secret}`, ...more });

describe('GraphQL over HTTP', () => {
  const audits = serverAudits({ url: () => `${url}/graphql`, fetchFn: fetch });
  const binding = audits.filter((audit) => /^(MUST|SHOULD)/.test(audit.name));

  test('has audits that bind, and all others are mere offers', () => {
    expect(binding.length).toBeGreaterThanOrEqual(36);
    expect(audits.filter((audit) => !binding.includes(audit)).every((audit) => audit.name.startsWith('MAY'))).toBe(true);
  });

  test.each(binding.map((audit) => [audit.name, audit] as const))('%s', async (_, audit) => {
    const result = await audit.fn();
    expect(result.status, 'reason' in result ? result.reason : '').toBe('ok');
  });

  test('refuses a batch', async () => {
    const response = await on.server.app.inject({ method: 'POST', url: '/graphql', headers: headers(), payload: [{ query: '{ viewer { role } }' }, { query: '{ viewer { role } }' }] });
    expect(response.statusCode).toBe(400);
    expect(response.body).not.toContain('BOARD');
  });

  test('refuses a mutation by GET', async () => {
    const query = encodeURIComponent('mutation { signOut { __typename } }');
    const response = await on.server.app.inject({ url: `/graphql?query=${query}`, headers: { host: 'localhost', cookie: `sid=${board.secret}`, 'apollo-require-preflight': '1' } });
    expect(response.statusCode).toBe(405);
    expect((await ask(on, '{ viewer { role } }', {}, { secret: board.secret })).data).toEqual({ viewer: { role: 'BOARD' } });
  });
});

/** Each limit with documents that break it in different ways. */
const nested = (depth: number, leaf: string): string => (depth === 0 ? leaf : `children(first: 1) { nodes { ${nested(depth - 1, leaf)} } }`);
const spread = (depth: number) => Array.from({ length: depth }, (_, index) => `fragment F${index} on Unit { children(first: 1) { nodes { ${index + 1 < depth ? `...F${index + 1}` : 'code'} } } }`).join(' ');
const many = (count: number, make: (index: number) => string) => Array.from({ length: count }, (_, index) => make(index)).join(' ');
const unit = (selection: string, declared = '') => `query Q${declared ? `(${declared})` : ''} { unit(code: "tinh") { ${selection} } }`;

/** A chain of fragments, each of which spreads the next one twice: two to the power of its length fields. */
const doubling = (type: string, leaf: string, length = 30) => many(length, (index) => `fragment D${index} on ${type} { ${index + 1 < length ? `...D${index + 1} ...D${index + 1}` : leaf} }`);
const aliased = (count: number, name: string, selection: string) => many(count, (index) => `${name[0]}${index}: ${name} ${selection}`);

const broken: [code: string, way: string, query: string, variables?: Record<string, unknown>][] = [
  ['LIMIT_DEPTH', 'in plain sight', unit(nested(6, 'code'))],
  ['LIMIT_DEPTH', 'through fragments', `${unit('...F0')} ${spread(6)}`],
  ['LIMIT_DEPTH', 'through inline fragments', unit('... on Unit { '.repeat(3) + nested(6, 'code') + ' }'.repeat(3))],
  ['LIMIT_DEPTH', 'through a fragment named like an introspection field', `${unit('...__schema')} fragment __schema on Unit { ${nested(6, 'code')} }`],
  ['LIMIT_ALIASES', 'in plain sight', unit(many(41, (index) => `a${index}: code`))],
  ['LIMIT_ALIASES', 'through a fragment spread many times', `${unit('...A ...B')} fragment A on Unit { ${many(21, (index) => `a${index}: code`)} } fragment B on Unit { ${many(21, (index) => `b${index}: code`)} }`],
  ['LIMIT_ALIASES', 'through inline fragments', unit(`... { ${many(21, (index) => `a${index}: code`)} } ... { ${many(21, (index) => `b${index}: code`)} }`)],
  ['LIMIT_ALIASES', 'by signing in', `mutation { ${many(41, (index) => `a${index}: signOut { __typename }`)} }`],
  ['LIMIT_ROOT_FIELDS', 'in plain sight', `{ ${many(11, (index) => `a${index}: viewer { role }`)} }`],
  ['LIMIT_ROOT_FIELDS', 'through fragments', `{ ...A ...B } fragment A on Query { ${many(6, (index) => `a${index}: viewer { role }`)} } fragment B on Query { ${many(6, (index) => `b${index}: viewer { role }`)} }`],
  ['LIMIT_ROOT_FIELDS', 'through inline fragments', `{ ... { ${many(6, (index) => `a${index}: viewer { role }`)} } ... { ${many(6, (index) => `b${index}: viewer { role }`)} } }`],
  ['LIMIT_TOKENS', 'in plain sight', unit('code '.repeat(2_000))],
  ['LIMIT_TOKENS', 'through fragments nobody spreads', `${unit('code')} ${many(400, (index) => `fragment F${index} on Unit { code }`)}`],
  ['LIMIT_PAGE_SIZE', 'by a literal', unit('children(first: 501) { totalCount }')],
  ['LIMIT_PAGE_SIZE', 'by nothing', unit('children(first: 0) { totalCount }')],
  ['LIMIT_PAGE_SIZE', 'by less than nothing', unit('children(first: -1) { totalCount }')],
  ['LIMIT_PAGE_SIZE', 'by a variable', unit('children(first: $n) { totalCount }', '$n: Int!'), { n: 501 }],
  ['LIMIT_PAGE_SIZE', "by a variable's default", unit('children(first: $n) { totalCount }', '$n: Int! = 501')],
  ['LIMIT_PAGE_SIZE', 'in a fragment', `query Q($n: Int! = 501) { unit(code: "tinh") { ...F } } fragment F on Unit { children(first: $n) { totalCount } }`],
  ['LIMIT_PAGE_SIZE', 'of another list', '{ units(first: 101) { totalCount } }'],
  ['LIMIT_PAGE_SIZE', 'of people', '{ people(first: 101) { totalCount } }'],
  ['LIMIT_PAGE_SIZE', 'of evidence', unit('rollup(period: "2020") { members { evidence(first: 101) { sum } } }')],
  ['LIMIT_LIST_PRODUCT', 'by literals', unit('children(first: 500) { nodes { children(first: 21) { totalCount } } }')],
  ['LIMIT_LIST_PRODUCT', 'by a variable', unit('children(first: $n) { nodes { children(first: 21) { totalCount } } }', '$n: Int!'), { n: 500 }],
  ['LIMIT_LIST_PRODUCT', "by a variable's default", unit('children(first: $n) { nodes { children(first: 21) { totalCount } } }', '$n: Int! = 500')],
  ['LIMIT_LIST_PRODUCT', 'through fragments', `${unit('children(first: 500) { nodes { ...F } }')} fragment F on Unit { children(first: 21) { totalCount } }`],
  ['LIMIT_LIST_PRODUCT', 'through inline fragments', unit('children(first: 500) { nodes { ... { ... on Unit { children(first: 21) { totalCount } } } } }')],
  ['LIMIT_LIST_PRODUCT', "by the default of a list of ids", `query Q($ids: [ID!]! = [${'"x", '.repeat(30)}]) { nodes(ids: $ids) { ... on Unit { children(first: 500) { totalCount } } } }`],
  ['LIMIT_LIST_PRODUCT', 'by the children of many children', unit('children(first: 100) { nodes { children(first: 100) { nodes { rollup(period: "2024") { childrenByStanding { count } } } } } }')],
  ['LIMIT_LIST_PRODUCT', 'by comparisons under many names', unit(`children(first: 500) { nodes { ${Array.from({ length: 39 }, (_, index) => `a${index}: rollup(period: "2024") { childrenByStanding { count } }`).join(' ')} } }`)],
  ['LIMIT_LIST_PRODUCT', 'by the targets of the children of many children', unit('children(first: 100) { nodes { children(first: 100) { nodes { rollup(period: "2024") { childrenByTarget { count } } } } } }')],
  ['LIMIT_LIST_PRODUCT', 'by the worksheets of many children', unit('children(first: 500) { nodes { targets { worksheet { members } } } }')],
  ['LIMIT_LIST_PRODUCT', 'by the rows of worksheets with lists of their own', unit('children(first: 26) { nodes { targets { worksheet { unit { children(first: 20) { totalCount } } } } } }')],
  ['LIMIT_LIST_PRODUCT', 'by suggestions under many names', unit('children(first: 500) { nodes { targets { a: suggestion(way: MEMBERS) { unit } b: suggestion(way: POOL) { unit } c: suggestion(way: EQUAL) { unit } } } }')],
  ['LIMIT_LIST_PRODUCT', 'by what a variable includes', unit('children(first: 500) @include(if: $all) { nodes { children(first: 21) { totalCount } } }', '$all: Boolean!'), { all: true }],
  ['LIMIT_LIST_PRODUCT', "by what a variable's default does not skip", unit('... @skip(if: $none) { children(first: 500) { nodes { children(first: 21) { totalCount } } } }', '$none: Boolean! = false')],
  ['LIMIT_DEPTH', 'in what is left out', unit(`... @include(if: $all) { ${nested(6, 'code')} }`, '$all: Boolean!'), { all: false }],
  ['LIMIT_LIST_PRODUCT', 'by the years before of many figures', unit('children(first: 100) { nodes { children(first: 100) { nodes { rollup(period: "2024") { a: admitted { samePeriodLastYear { value } } b: admitted { samePeriodLastYear { value } } c: admitted { samePeriodLastYear { value } } } } } } }')],
  ['LIMIT_LIST_PRODUCT', 'by a variable named like what every object has', unit('children(first: $toString) { nodes { children(first: $toString) { totalCount } } }', '$toString: Int! = 450')],
  ['LIMIT_FIELDS', 'by fragments that spread each other twice', `{ viewer { ...D0 } } ${doubling('Viewer', 'today')}`],
  ['LIMIT_FIELDS', 'by fragments of a unit', `${unit('...D0')} ${doubling('Unit', 'code')}`],
  ['LIMIT_FIELDS', 'by fragments of a roll-up', `${unit('rollup(period: "2020") { ...D0 }')} ${doubling('Rollup', 'members { value }')}`],
  ['LIMIT_FIELDS', 'by fragments of the schema', `{ __schema { ...D0 } } ${doubling('__Schema', 'description')}`],
  ['LIMIT_ALIASES', 'inside introspection', `{ __schema { ${aliased(7, 'types', '{ ...T }')} } } fragment T on __Type { ${aliased(5, 'fields', '{ name type { name } }')} }`],
  ['LIMIT_DIRECTIVES', 'inside introspection', `{ __schema { types { ${many(21, () => 'name @include(if: true)')} } } }`],
  ['LIMIT_DIRECTIVES', 'on fields', unit(`code ${'@include(if: true) '.repeat(1)} ${many(21, (index) => `a${index}: code @include(if: true)`)}`)],
  ['LIMIT_DIRECTIVES', 'on fragments', `${unit(many(21, () => '...F @include(if: true)'))} fragment F on Unit { code }`],
  ['LIMIT_DIRECTIVES', 'on inline fragments', unit(many(21, () => '... @include(if: true) { code }'))],
  ['LIMIT_DIRECTIVES', 'inside a fragment that is spread twice', `${unit('...F ...F')} fragment F on Unit { ${many(11, (index) => `a${index}: code @skip(if: false)`)} }`],
];

test('what is left out by a directive reads no rows, and counts as none', async () => {
  const large = 'children(first: 500) { nodes { children(first: 21) { totalCount } } }';
  const query = `query Q($all: Boolean!) { unit(code: "tinh") { code ... @include(if: $all) { ${large} } } other: unit(code: "tinh") @skip(if: true) { ${large} } }`;
  const sent = async (all: boolean) => (await ask(on, query, { all }, { secret: board.secret })).errors.map(({ extensions }) => extensions.code);
  expect([await sent(false), await sent(true), await sent(false)]).toEqual([[], ['LIMIT_LIST_PRODUCT'], []]);
});

describe('what is too large is refused before it is executed', () => {
  describe.each(['application/json', 'application/graphql-response+json', '*/*'])('with Accept %s', (accept) => {
    test.each(broken)('%s, %s', async (code, _, query, variables) => {
      const asked: string[] = [];
      const connect = on.server.database.pool.on('acquire', () => asked.push('connection'));
      const answer = await ask(on, query, variables, { secret: board.secret, headers: { accept } });
      connect.removeAllListeners('acquire');
      expect(answer.errors.map((error) => error.extensions.code)).toEqual([code]);
      expect(answer.status).toBe(400);
      expect(answer.data).toBeNull();
      expect(asked).toEqual([]);
    });
  });

  test('LIMIT_BODY at 256 KiB, with 413', async () => {
    const answer = await ask(on, '{ viewer { role } }', { padding: 'x'.repeat(256 * 1024) }, { secret: board.secret });
    expect(answer.status).toBe(413);
    expect(answer.errors.map((error) => error.extensions.code)).toEqual(['LIMIT_BODY']);
  });

  test('and what is just within the limits is not', async () => {
    for (const query of [unit(nested(5, 'code')), unit(many(39, (index) => `a${index}: code`)), `{ ${many(10, (index) => `a${index}: viewer { role }`)} }`, unit('children(first: 500) { nodes { children(first: 20) { totalCount } } }')]) {
      expect((await ask(on, query, {}, { secret: board.secret })).errors).toEqual([]);
    }
  });

  test('fragments that multiply are measured in no time', async () => {
    const levels = 24;
    const query = `${unit('...F0')} ${many(levels, (index) => `fragment F${index} on Unit { ...F${index + 1} ...F${index + 1} }`)} fragment F${levels} on Unit { a: code }`;
    const began = performance.now();
    const answer = await ask(on, query, {}, { secret: board.secret });
    expect(answer.errors[0]?.extensions.code).toBe('LIMIT_ALIASES');
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe('an error', () => {
  const secrets = /select |insert |update |relation|constraint|_check|violates|node_modules|\.ts\b|postgres|banyan_app|syntax error at or near/i;
  const odd: [string, string, Record<string, unknown>?][] = [
    ['a document that is none', '{ unit(code: '],
    ['an unknown field', '{ unit(code: "tinh") { secretes } }'],
    ['no operation of that name', ''],
    ['a wrong variable', 'query ($f: Int!) { units(first: $f) { totalCount } }', { f: 'x' }],
    ['a day that is none', '{ unit(code: "tinh") { children(asOf: "2021-02-30", first: 1) { totalCount } } }'],
    ['a year beyond all', '{ unit(code: "tinh") { rollup(period: "9999") { members { value } } } }'],
    ['the year 0', '{ unit(code: "tinh") { rollup(period: "0000") { members { value } } } }'],
    ['a range turned round', '{ unit(code: "tinh") { rollup(period: "2021-02-01/2021-01-01") { members { value } } } }'],
    ['a cursor of nonsense', '{ units(first: 1, after: "nonsense") { totalCount } }'],
    ['a cursor of the wrong shape', `{ units(first: 1, after: "${Buffer.from('["x","y"]').toString('base64url')}") { totalCount } }`],
    ['a cursor that is huge', `{ units(first: 1, after: "${Buffer.from('["99999999999999999999999999","y"]').toString('base64url')}") { totalCount } }`],
    ["a people's cursor of the wrong shape", `{ people(first: 1, after: "${Buffer.from('["x","y"]').toString('base64url')}") { totalCount } }`],
    ["an evidence's cursor of the wrong shape", `{ unit(code: "tinh") { rollup(period: "2020") { members { evidence(first: 1, after: "${Buffer.from('["x","y"]').toString('base64url')}") { sum } } } } }`],
    ["a children's cursor of the wrong shape", `{ unit(code: "tinh") { children(first: 1, after: "${Buffer.from('[{},1]').toString('base64url')}") { totalCount } } }`],
    ["a children's cursor with other text", `{ unit(code: "tinh") { children(first: 1, after: "${Buffer.from('["x","y"]').toString('base64url')}") { totalCount } } }`],
    ['NUL in a code', 'query ($c: String) { unit(code: $c) { code } }', { c: 'tinh\u0000' }],
    ['NUL in a search', 'query ($s: String) { units(filter: { search: $s }, first: 1) { totalCount } }', { s: '\u0000' }],
    ['NUL in a cursor', `{ units(first: 1, after: "${Buffer.from('["\\u0000","y"]').toString('base64url')}") { totalCount } }`],
    ['wildcards in a search', 'query ($s: String) { units(filter: { search: $s }, first: 1) { totalCount } }', { s: '%_\\' }],
    ['a huge search', 'query ($s: String) { people(filter: { search: $s }, first: 1) { totalCount } }', { s: `(${'a '.repeat(20_000)}` }],
    ['an id of another type', `{ person(id: "${Buffer.from('Unit:00000000-0000-0000-0000-000000000000').toString('base64url')}") { fullName } }`],
    ['an id of nonsense', '{ node(id: "__proto__") { id } }'],
    ['prototype keys', 'query ($i: SliceInput!) { unit(code: "tinh") { rollup(period: "2020") { members { by(dimension: GENDER, where: [$i]) { base } } } } }', { i: JSON.parse('{"dimension":"GENDER","key":"constructor","__proto__":1}') as object }],
    ['a key that is not in the list', '{ unit(code: "tinh") { rollup(period: "2020") { members { by(dimension: GENDER, where: [{ dimension: GENDER, key: "toString" }]) { base } } } } }'],
    ['a term that does not exist', '{ unit(code: "tinh") { rollup(period: "term") { members { value } } } }'],
    ['an instant that has not come', '{ unit(code: "tinh") { rollup(period: "2020", knownAt: "2999-01-01T00:00:00Z") { members { value } } } }'],
    ['an instant beyond all', '{ unit(code: "tinh") { rollup(period: "2020", knownAt: "0000-01-01T00:00:00Z") { members { value } } } }'],
    ['a trend without end', '{ unit(code: "tinh") { rollup(period: "0001-01-01/9999-12-31") { members { trend(by: MONTH) { value } } } } }'],
    ['a hundred and one nodes', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array.from({ length: 101 }, () => 'x') }],
    ['a lone surrogate', 'query ($c: String) { unit(code: $c) { code } }', { c: '\ud800' }],
  ];

  test.each(odd)('by %s is an answer of the list, with the id of its request and nothing of the inside', async (_, query, variables) => {
    const answer = await ask(on, query, variables, { secret: board.secret });
    expect(answer.body).not.toMatch(secrets);
    expect(answer.body).not.toContain(process.cwd());
    for (const { extensions } of answer.errors) {
      expect(isErrorCode(extensions.code)).toBe(true);
      expect(extensions.code).not.toBe('INTERNAL_SERVER_ERROR');
      expect(extensions.requestId).toBe(answer.headers['x-request-id']);
    }
    expect(answer.status).toBeLessThan(500);
  });

  test.each<[string, string, Record<string, unknown>]>([
    ['of the wrong type', 'BAD_USER_INPUT', { query: 'query ($c: String!) { unit(code: $c) { code } }', variables: { c: 5 } }],
    ['that is missing', 'BAD_USER_INPUT', { query: 'query ($c: String!) { unit(code: $c) { code name } }' }],
    ['that is null where a default stands', 'BAD_USER_INPUT', { query: 'query ($v: Boolean) { transfers(first: 2, isOverdue: $v) { totalCount } }', variables: { v: null } }],
    ['that is null deep in an input', 'BAD_USER_INPUT', { query: 'query ($m: Int) { watchCounts(parameters: { months: $m }) { list } }', variables: { m: null } }],
    ['a subscription', 'GRAPHQL_VALIDATION_FAILED', { query: 'subscription { __typename }' }],
    ['an operation that is not there', 'OPERATION_RESOLUTION_FAILURE', { query: 'query a { __typename }', operationName: 'b' }],
    ['an operation called __proto__', 'OPERATION_RESOLUTION_FAILURE', { query: 'query a { __typename }', operationName: '__proto__' }],
    ['a stored document', 'BAD_REQUEST', { extensions: { persistedQuery: { version: 1, sha256Hash: 'abc' } } }],
  ])('by a variable or a name (%s) is %s at each sight of the document', async (_, code, body) => {
    for (let sight = 0; sight < 3; sight += 1) {
      const headers = { 'content-type': 'application/json', accept: 'application/graphql-response+json', cookie: `sid=${board.secret}` };
      const answer = await on.server.app.inject({ method: 'POST', url: '/graphql', headers, payload: JSON.stringify(body) });
      expect(answer.json<{ errors: { extensions: { code: string } }[] }>().errors.map((error) => error.extensions.code)).toEqual([code]);
      expect(answer.statusCode).toBeLessThan(500);
    }
  });

  test('does not name what lies outside the scope', async () => {
    const elsewhere = await insertRoot(on.owner, 'tinh-khac');
    const staff = await insertAccount(on.owner, 'o@tinh-khac', 'STAFF', elsewhere);
    const [outside, nowhere] = [await ask(on, '{ unit(code: "tinh") { code } }', {}, { secret: staff.secret }), await ask(on, '{ unit(code: "khong-co") { code } }', {}, { secret: staff.secret })];
    expect(outside.body).toBe(nowhere.body);
  });

  test('of a statement that takes too long is TIMEOUT', async () => {
    await on.owner.query('begin');
    await on.owner.query('lock table unit_alias in access exclusive mode');
    await on.server.database.pool.query(`select pg_sleep(0)`);
    const answer = await ask(on, '{ unit(code: "tinh") { aliases } }', {}, { secret: board.secret });
    await on.owner.query('rollback');
    expect(answer.errors.map((error) => error.extensions.code)).toEqual(['TIMEOUT']);
    expect(answer.body).not.toMatch(secrets);
  }, 20_000);
});

describe('the schema', () => {
  test('can be introspected, within the limits', async () => {
    const answer = await ask<{ __schema: { types: unknown[] } }>(on, getIntrospectionQuery());
    expect(answer.errors).toEqual([]);
    expect(answer.data?.__schema.types.length).toBeGreaterThan(30);
  });

  test('is at /schema.graphql with an ETag, and 304 where it is known', async () => {
    const first = await on.server.app.inject('/schema.graphql');
    expect(first.statusCode).toBe(200);
    expect(parseSchema(first.body).getQueryType()?.name).toBe('Query');
    const { etag } = first.headers;
    const again = await on.server.app.inject({ url: '/schema.graphql', headers: { 'if-none-match': String(etag) } });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await on.server.app.inject({ url: '/schema.graphql', headers: { 'if-none-match': '"other"' } })).statusCode).toBe(200);
  });
});

describe('a page of another site', () => {
  const query = JSON.stringify({ query: '{ viewer { role } }' });

  test.each([
    ['posts a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'query=%7Bviewer%7Brole%7D%7D'],
    ['posts plain text', { 'content-type': 'text/plain' }, query],
    ['posts a form with files', { 'content-type': 'multipart/form-data; boundary=x' }, '--x--'],
    ['posts JSON with its origin', { 'content-type': 'application/json', origin: 'https://evil.example' }, query],
    ['posts JSON from nowhere', { 'content-type': 'application/json', origin: 'null' }, query],
    ['posts JSON from another port', { 'content-type': 'application/json', origin: 'http://localhost:1' }, query],
  ])('that %s gets nothing', async (_, more, payload) => {
    const response = await on.server.app.inject({ method: 'POST', url: '/graphql', headers: headers(more), payload });
    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
    expect(response.body).not.toContain('BOARD');
    expect(response.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('that asks by a link gets nothing', async () => {
    const response = await on.server.app.inject({ url: '/graphql?query=%7Bviewer%7Brole%7D%7D', headers: { host: 'localhost', cookie: `sid=${board.secret}` } });
    expect(response.body).not.toContain('BOARD');
  });

  test('and our own gets its answer', async () => {
    const response = await on.server.app.inject({ method: 'POST', url: '/graphql', headers: headers({ origin: 'http://localhost' }), payload: query });
    expect(response.body).toContain('BOARD');
  });
});

describe('the headers', () => {
  test.each(['/', '/dang-nhap', '/explorer', '/don-vi/tinh'])('of the page %s keep scripts, frames and referrers out, with a nonce of its own each time', async (path) => {
    const [one, two] = await Promise.all([1, 2].map(async () => await on.server.app.inject({ url: path, headers: { accept: 'text/html' } })));
    const policy = String(one!.headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("object-src 'none'");
    const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
    expect(scripts).not.toContain('unsafe');
    const nonce = /'nonce-([^']+)'/.exec(scripts)?.[1];
    expect(one!.body).toContain(`nonce="${nonce}"`);
    expect(two!.body).not.toContain(`nonce="${nonce}"`);
    expect(one!.headers).toMatchObject({ 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'cross-origin-opener-policy': 'same-origin', 'cross-origin-resource-policy': 'same-origin' });
  });

  test('let nobody keep an answer, and let assets be kept', async () => {
    const answer = await ask(on, '{ viewer { role } }', {}, { secret: board.secret });
    expect(answer.headers['cache-control']).toBe('no-store');
    expect((await on.server.app.inject('/assets/a.js')).headers['cache-control']).toContain('immutable');
    expect(answer.headers).not.toHaveProperty('x-powered-by');
  });
});
