// Runs every check of the project and ends with one line: N passed, N failed, N skipped.
// Each package counts as one test in types, lint and boundaries; drift one per check; the rest count their tests.
// Names as arguments run a part: `npm test -- types lint server`.
import { AsyncLocalStorage } from 'node:async_hooks';
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const results = mkdtempSync(join(tmpdir(), 'banyan-test-'));
const chosen = process.argv.slice(2);
const nightly = process.env.BANYAN_PROFILE === 'nightly';
// A night needs more room than there may be.
const memory = nightly ? null : folderInMemory();
const limit = (nightly ? 240 : 40) * 60_000;
const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const packages = ['packages', 'apps'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => existsSync(join(root, folder, name, 'package.json')))
    .map((name) => ({ name, folder: join(root, folder, name) })),
);

/**
 * A folder in memory for the databases of the tests, which come and go by the hundred, thousands of files each; null where there is no
 * such place with room to spare. Programs are run from it too.
 */
function folderInMemory() {
  const place = '/dev/shm';
  const mounts = existsSync('/proc/mounts') ? readFileSync('/proc/mounts', 'utf8').split('\n').map((line) => line.split(' ')) : [];
  const [, , type, options] = mounts.findLast(([, path]) => path === place) ?? [];
  if (type !== 'tmpfs' || options.split(',').some((option) => ['ro', 'noexec'].includes(option))) return null;
  const { bavail, bsize } = statfsSync(place);
  if (Math.min(bavail * bsize, freemem()) < 8 * 2 ** 30) return null;
  const folder = mkdtempSync(join(place, 'banyan-test-'));
  // PostgreSQL refuses to run as root: its account goes through here.
  chmodSync(folder, 0o711);
  return folder;
}

// Two jobs run at a time: each knows its own failures.
const currentJob = new AsyncLocalStorage();
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
function pass(count = 1) {
  totals.passed += count;
}
function fail(title, detail) {
  totals.failed += 1;
  const own = currentJob.getStore();
  if (own) own.failed += 1;
  // Of a stack only our own places tell something.
  const told = detail.split('\n').filter((line) => !/^\s+at .*(node_modules|node:internal)/.test(line));
  failures.push({ title, detail: told.join('\n').trim() });
}

const children = new Set();
let stopped = false;
function stopAll(signal) {
  stopped = true;
  for (const child of children) endGroup(child, signal);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stopAll(signal));
process.on('exit', () => {
  for (const folder of [results, memory]) if (folder !== null) rmSync(folder, { recursive: true, force: true });
});

function endGroup(child, signal) {
  try {
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}

/** Runs a command to its end in a group of its own; `onLine` sees its output as it comes. */
function run(command, args, { cwd = root, env = {}, onLine } = {}) {
  return new Promise((resolve) => {
    if (stopped) return resolve({ code: 1, output: 'stopped' });
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    children.add(child);
    let output = '';
    let rest = '';
    const take = (chunk) => {
      output += chunk;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      if (onLine) lines.forEach(onLine);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    const patience = setTimeout(() => {
      output += `\nstopped after ${limit / 60_000} minutes`;
      endGroup(child, 'SIGTERM');
      setTimeout(() => endGroup(child, 'SIGKILL'), 10_000).unref();
    }, limit);
    child.once('error', (error) => (output += error.message));
    child.once('close', (code) => {
      clearTimeout(patience);
      children.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}

const bin = (name, folder = root) => join(folder, 'node_modules', '.bin', name);

async function job(name, work, title = name) {
  if (stopped || (chosen.length > 0 && !chosen.includes(name) && !(name === 'build' && chosen.some((one) => ['server', 'browser'].includes(one))))) return;
  const begun = Date.now();
  const own = { failed: 0 };
  await currentJob.run(own, work);
  console.log(`${own.failed > 0 ? '✗' : '✓'} ${title}  ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

/** Counts one test per package from the findings of one run over all of them. */
function countByPackage({ what, places, findings, code, output }) {
  const known = new Set();
  for (const { name, prefix } of places) {
    const own = findings.filter(({ path }) => path.startsWith(prefix));
    own.forEach((finding) => known.add(finding));
    if (own.length === 0) pass();
    else fail(`${what}: ${name}`, own.map(({ text }) => text).join('\n'));
  }
  const elsewhere = findings.filter((finding) => !known.has(finding));
  if (elsewhere.length > 0) fail(what, elsewhere.map(({ text }) => text).join('\n'));
  if (code !== 0 && findings.length === 0) fail(what, output);
}

const parts = ['types', 'lint', 'boundaries', 'drift', 'build', 'browser', ...packages.map(({ name }) => name)];
const unknown = chosen.filter((name) => !parts.includes(name));
if (unknown.length > 0) {
  console.error(`No part of the tests is called ${unknown.join(', ')}. The parts: ${parts.join(', ')}.`);
  process.exit(1);
}

const places = packages.map(({ name, folder }) => ({ name, prefix: `${relative(root, folder)}/` }));

const build = () =>
  job('build', async () => {
    const { code, output } = await run('npx', ['--yes', packageManager, 'run', 'build']);
    if (code === 0) pass();
    else fail('build', output);
  });

const types = () =>
  job('types', async () => {
    for (const { name, folder } of packages) {
      // One checker: several would each work out the types of all GraphQL documents anew.
      const { code, output } = await run(bin('tsc'), ['--noEmit', '--checkers', '1', '-p', folder]);
      if (code === 0) pass();
      else fail(`types: ${name}`, output);
    }
  });

const lint = () =>
  job('lint', async () => {
    // One core for the types, for the same reason.
    const { code, output } = await run(bin('oxlint'), ['--type-aware', '--format', 'unix', 'apps', 'packages', 'infra'], { env: { GOMAXPROCS: '1' } });
    const findings = output
      .split('\n')
      .filter((line) => /^\S+:\d+:\d+: /.test(line))
      .map((line) => ({ path: line, text: line }));
    countByPackage({ what: 'lint', places: [...places, { name: 'infra', prefix: 'infra/' }], findings, code, output });
  });

const boundaries = () =>
  job('boundaries', async () => {
    const { code, output } = await run(bin('depcruise'), ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'packages']);
    const found = output.startsWith('{') ? JSON.parse(output).summary.violations : [];
    const findings = found.map(({ rule, from, to }) => ({ path: from, text: `${rule.name}: ${from} → ${to}` }));
    countByPackage({ what: 'boundaries', places, findings, code, output });
  });

const drift = () =>
  job('drift', async () => {
    const server = join(root, 'apps', 'server');
    const { code, output } = await run(process.execPath, ['--import', '@oxc-node/core/register', 'scripts/drift.ts'], { cwd: server });
    const found = output.split(/^(?=ok |DRIFT )/m);
    const drifted = found.filter((part) => part.startsWith('DRIFT '));
    pass(found.filter((part) => part.startsWith('ok ')).length);
    for (const part of drifted) fail('drift', part);
    if (code !== 0 && drifted.length === 0) fail('drift', output);
  });

function specs(name, { title = name, args = ['--passWithNoTests', name === 'server' ? '--maxWorkers=2' : '--maxWorkers=1'], env = {} } = {}) {
  const { folder } = packages.find((one) => one.name === name) ?? {};
  const vitest = folder && join(folder, 'node_modules', 'vitest', 'vitest.mjs');
  if (!vitest || !existsSync(vitest)) return Promise.resolve();
  return job(name, async () => {
    const file = join(results, `${title.replaceAll(' ', '-')}.json`);
    const reporters = ['--reporter=json', `--outputFile.json=${file}`, `--reporter=${join(root, 'infra', 'vitest-progress.mjs')}`];
    const { code, output } = await run(process.execPath, [vitest, 'run', ...args, ...reporters], {
      cwd: folder,
      env: { BANYAN_TEST_LABEL: title, ...(memory === null ? {} : { TMPDIR: memory }), ...env },
      // Beside the progress, at night: what a spec says of itself, and what went wrong in it.
      onLine: (line) => (/^ {2}[✓✗] /.test(line) || (nightly && /^ {2}\d+ |^ {6}\S/.test(line))) && console.log(line),
    });
    countSpecs({ name: title, folder, code, output, file });
  }, title);
}

/**
 * At night the properties run in rounds, each over a database and worlds of its own; BANYAN_ROUND runs one alone. What takes the
 * time of answers runs last, with nothing beside it.
 */
async function nightlyServer() {
  const { config } = JSON.parse(readFileSync(join(root, 'apps', 'server', 'package.json'), 'utf8'));
  const rounds = process.env.BANYAN_ROUND ? [process.env.BANYAN_ROUND] : Array.from({ length: config.nightlyRounds }, (_, index) => String(index + 1));
  const alone = process.env.BANYAN_ROUND !== undefined;
  const inRounds = ['test/properties/', 'test/leaks/'];
  const elsewhere = [...inRounds, 'test/nightly/'].map((place) => `${place}**`).join(' ');
  if (!alone) await specs('server', { env: { BANYAN_LEAVE_OUT: elsewhere } });
  for (const round of rounds) await specs('server', { title: `server round ${round}`, args: ['--maxWorkers=2', ...inRounds], env: { BANYAN_ROUND: round } });
  if (!alone) await specs('server', { title: 'server alone', args: ['--maxWorkers=1', 'test/nightly/'], env: { BANYAN_WORLDS: '60' } });
}

function countSpecs({ name, folder, code, output, file }) {
  const before = totals.failed;
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { testResults: [] };
  for (const spec of report.testResults) {
    const path = relative(folder, spec.name);
    for (const test of spec.assertionResults) {
      if (test.status === 'passed') pass();
      else if (test.status === 'failed') fail(`${name} ${path} › ${test.fullName}`, test.failureMessages.join('\n'));
      else totals.skipped += 1;
    }
    const accounted = spec.assertionResults.some((test) => test.status === 'failed');
    if (spec.status === 'failed' && !accounted) fail(`${name} ${path}`, spec.message ?? '');
  }
  if (code !== 0 && totals.failed === before) fail(`${name}`, output);
}

const browser = () => {
  const { folder } = packages.find((one) => one.name === 'web') ?? {};
  if (!folder || !existsSync(join(folder, 'playwright.config.ts'))) return Promise.resolve();
  return job('browser', async () => {
    const file = join(results, 'browser.json');
    const data = memory === null ? {} : { E2E_DATA_FOLDER: join(memory, 'browser') };
    const { code, output } = await run(process.execPath, [join(folder, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', '--pass-with-no-tests', '--reporter=list,json'], {
      cwd: folder,
      env: { ...data, PLAYWRIGHT_JSON_OUTPUT_NAME: file, NO_COLOR: '1', FORCE_COLOR: undefined },
      onLine: (line) => /^\s+(✓|✘|ok|x|-)\s+\d+ /.test(line) && console.log(`  ${line.trim().replace(/\s+/g, ' ')}`),
    });
    const before = totals.failed;
    const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { suites: [], errors: [] };
    for (const suite of report.suites) countJourneys(suite, []);
    const last = output.trim().split('\n').slice(-20).join('\n');
    for (const error of report.errors) fail('browser', `${error.message ?? String(error)}\n${last}`);
    if (code !== 0 && totals.failed === before) fail('browser', output);
  });
};

function countJourneys(suite, above) {
  const path = [...above, suite.title];
  for (const inner of suite.suites ?? []) countJourneys(inner, path);
  for (const spec of suite.specs ?? []) {
    for (const test of spec.tests) {
      const title = `browser ${[...path, spec.title].join(' › ')}`;
      if (test.status === 'expected') pass();
      else if (test.status === 'skipped') totals.skipped += 1;
      else if (test.status === 'flaky') fail(`${title} (passed only when repeated)`, errorsOf(test));
      else fail(title, errorsOf(test));
    }
  }
}

function errorsOf(test) {
  return test.results.flatMap((result) => result.errors.map((error) => error.stack ?? error.message ?? '')).join('\n');
}

const begun = Date.now();
// Two cores: the long server run in one lane, everything else in the other; both need what is built.
const built = build();
await Promise.all([
  built.then(() => (nightly ? nightlyServer() : specs('server'))),
  (async () => {
    await types();
    await lint();
    await boundaries();
    await drift();
    for (const name of ['schema', 'demo', 'bench', 'web']) await specs(name);
    await built;
    await browser();
  })(),
]);

if (failures.length > 0) console.log(`\n${'─'.repeat(80)}`);
for (const { title, detail } of failures) console.log(`\n✗ ${title}\n${detail.replace(/^/gm, '    ')}`);
if (stopped) console.log('\nStopped before the end.');
console.log(`\n${((Date.now() - begun) / 1000).toFixed(0)} s`);
console.log(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exitCode = totals.failed > 0 || stopped ? 1 : 0;
