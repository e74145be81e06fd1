import { execFile } from 'node:child_process';
import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..', '..', '..');
const config = join(root, '.dependency-cruiser.cjs');

/** For each rule of the table, an import that it must refuse: from a file, to a file. */
const violations: Readonly<Record<string, readonly [string, string]>> = {
  'context-order-access': ['apps/server/src/contexts/access/application/a.ts', 'apps/server/src/contexts/people/index.ts'],
  'context-order-organisation': ['apps/server/src/contexts/organisation/application/a.ts', 'apps/server/src/contexts/ledger/index.ts'],
  'context-order-ledger': ['apps/server/src/contexts/ledger/application/a.ts', 'apps/server/src/contexts/people/index.ts'],
  'context-order-people': ['apps/server/src/contexts/people/application/a.ts', 'apps/server/src/contexts/targets/index.ts'],
  'context-order-targets': ['apps/server/src/contexts/targets/application/a.ts', 'apps/server/src/contexts/reporting/index.ts'],
  'context-order-reporting': ['apps/server/src/contexts/reporting/application/a.ts', 'apps/server/src/contexts/assessment/index.ts'],
  'context-order-assessment': ['apps/server/src/contexts/assessment/application/a.ts', 'apps/server/src/contexts/overview/index.ts'],
  'layer-order-domain': ['apps/server/src/contexts/people/domain/b.ts', 'apps/server/src/contexts/people/persistence/b.ts'],
  'layer-order-persistence': ['apps/server/src/contexts/people/persistence/c.ts', 'apps/server/src/contexts/people/application/c.ts'],
  'layer-order-application': ['apps/server/src/contexts/people/application/d.ts', 'apps/server/src/contexts/people/graphql/d.ts'],
  'context-door': ['apps/server/src/contexts/people/application/e.ts', 'apps/server/src/contexts/ledger/persistence/e.ts'],
  'context-door-outside': ['apps/server/src/schema.ts', 'apps/server/src/contexts/ledger/graphql/f.ts'],
  'pure-domain': ['apps/server/src/contexts/people/domain/g.ts', 'apps/server/src/platform/g.ts'],
  'kernel-knows-nothing': ['apps/server/src/kernel/h.ts', 'apps/server/src/platform/h.ts'],
  'platform-below-contexts': ['apps/server/src/platform/i.ts', 'apps/server/src/contexts/ledger/index.ts'],
  'oracle-stands-alone': ['apps/server/test/properties/oracle.ts', 'apps/server/src/kernel/j.ts'],
  'production-free-of-tests': ['apps/server/src/platform/k.ts', 'apps/server/test/k.ts'],
  'web-shared-below': ['apps/web/src/shared/ui/l.tsx', 'apps/web/src/features/people/index.ts'],
  'web-features-below-app': ['apps/web/src/features/people/m.tsx', 'apps/web/src/app/m.ts'],
  'web-feature-door': ['apps/web/src/features/people/n.tsx', 'apps/web/src/features/overview/n.tsx'],
  'apps-apart': ['apps/web/src/shared/o.ts', 'apps/server/src/kernel/o.ts'],
  'server-apart': ['apps/server/src/platform/p.ts', 'apps/web/src/shared/p.ts'],
  'packages-import-no-app': ['packages/schema/src/q.ts', 'apps/server/src/kernel/q.ts'],
  'demo-is-loaded-by-scripts': ['apps/server/src/platform/r.ts', 'packages/demo/src/index.ts'],
  'no-cycle': ['packages/demo/src/s.ts', 'packages/demo/src/t.ts'],
  unresolvable: ['packages/demo/src/u.ts', ''],
};

/** Imports that look alike and are right. */
const allowed: readonly (readonly [string, string])[] = [
  ['apps/server/src/contexts/overview/graphql/v.ts', 'apps/server/src/contexts/ledger/index.ts'],
  ['apps/server/src/contexts/people/graphql/v.ts', 'apps/server/src/contexts/people/domain/v.ts'],
  ['apps/server/src/contexts/people/domain/w.ts', 'apps/server/src/kernel/w.ts'],
  ['apps/web/src/app/x.tsx', 'apps/web/src/features/overview/index.ts'],
  ['apps/server/scripts/y.ts', 'packages/demo/src/index.ts'],
];

let folder: string;
let found: { rule: { name: string }; from: string; to: string }[];

async function plant(from: string, to: string): Promise<void> {
  const depth = '../'.repeat(from.split('/').length - 1);
  const target = to === '' ? './nowhere.ts' : `${depth}${to}`;
  const path = join(folder, from);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `import { value } from '${target}';\nexport const other = value;\n`);
  if (to === '') return;
  await mkdir(dirname(join(folder, to)), { recursive: true });
  // Does not overwrite a file that imports something itself.
  await writeFile(join(folder, to), 'export const value = 1;\n', { flag: 'wx' }).catch(() => undefined);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'banyan-boundaries-'));
  for (const [from, to] of [...Object.values(violations), ...allowed]) await plant(from, to);
  await writeFile(join(folder, 'packages/demo/src/t.ts'), "import { other } from './s.ts';\nexport const value: number = other;\n");
  const bin = join(root, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const { stdout } = await run(process.execPath, [bin, '--config', config, '--output-type', 'json', 'apps', 'packages'], {
    cwd: folder,
    maxBuffer: 64 * 1024 * 1024,
  }).catch((error: { stdout: string }) => error);
  found = (JSON.parse(stdout) as { summary: { violations: typeof found } }).summary.violations;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the table of boundaries', () => {
  test.each(Object.keys(violations))('refuses what %s forbids', (rule) => {
    expect(found.map((violation) => violation.rule.name)).toContain(rule);
  });

  test('lets the right imports pass', () => {
    const files = new Set(allowed.map(([from]) => from));
    expect(found.filter((violation) => files.has(violation.from))).toEqual([]);
  });

  test('plants a violation of every rule that it has', async () => {
    const table = (await import(config)) as { default: { forbidden: { name: string }[] } };
    expect(Object.keys(violations).toSorted()).toEqual(table.default.forbidden.map((rule) => rule.name).toSorted());
  });
});

test('a spec that puts something in the place of a module says so in its name, by which it gets modules of its own', async () => {
  const mocking: string[] = [];
  for await (const path of glob('**/*.spec.ts', { cwd: import.meta.dirname })) {
    if (/^vi\.mock\(/m.test(await readFile(join(import.meta.dirname, path), 'utf8'))) mocking.push(path);
  }
  expect(mocking.length).toBeGreaterThan(0);
  expect(mocking.filter((path) => !path.endsWith('.mocked.spec.ts'))).toEqual([]);
});
