// What `npm start` and `npm test` call. Runs with the Node that the visitor has (20 or newer) and nothing installed:
// fetches the pinned pnpm, installs, builds, and hands over to the Node that came with the install.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const { packageManager, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const server = JSON.parse(readFileSync(join(root, 'apps', 'server', 'package.json'), 'utf8'));
const bin = join(root, 'node_modules', '.bin');
const [task = 'start', ...rest] = process.argv.slice(2);

const majorOf = (version) => Number(/\d+/.exec(version)?.[0]);
if (majorOf(process.versions.node) < 20) {
  fail(
    `Cần Node 20 trở lên để chạy, máy này có ${process.version}.`,
    `Node 20 or newer is needed to begin, this is ${process.version}.`,
  );
}

process.env.TURBO_TELEMETRY_DISABLED ??= '1';
process.env.DO_NOT_TRACK ??= '1';

let child;
let stopping = false;
function stop(signal) {
  stopping = true;
  // Before anything runs and between two steps there is nobody to pass it to.
  if (child === undefined) process.exit(0);
  try {
    // The whole group: npx does not pass a signal on to what it started.
    process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal));
// npm gives SIGTERM to its shell only, which dies and leaves us behind: being orphaned means the same.
const parent = process.ppid;
setInterval(() => {
  if (!stopping && process.ppid !== parent) stop('SIGTERM');
}, 250).unref();

function fail(...lines) {
  console.error(`\n  ✗ ${lines.join('\n    ')}\n`);
  process.exit(1);
}

/** Runs a command to its end; quiet ones show their output only when they fail. */
function run(command, args, { cwd = root, env = {}, quiet = false } = {}) {
  return new Promise((resolve) => {
    let output = '';
    child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32',
      shell: process.platform === 'win32',
    });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
    child.once('error', (error) => fail(`${command}: ${error.message}`));
    child.once('close', (code) => {
      child = undefined;
      if (stopping) process.exit(quiet ? 0 : (code ?? 0));
      if (code === 0) return resolve(output);
      if (quiet) console.error(output);
      process.exit(code ?? 1);
    });
  });
}

async function step(name, work) {
  const begun = Date.now();
  const patience = setTimeout(() => console.log(`  … ${name}`), 1000);
  await work();
  clearTimeout(patience);
  console.log(`  ✓ ${name}  ${((Date.now() - begun) / 1000).toFixed(1)} s`);
}

const pnpm = (...args) => run('npx', ['--yes', packageManager, ...args], { quiet: true });

/** Changes with everything that an install depends on. */
function installFingerprint() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  const manifests = ['apps', 'packages'].flatMap((folder) =>
    readdirSync(join(root, folder)).map((name) => join(folder, name, 'package.json')),
  );
  for (const path of ['package.json', 'pnpm-workspace.yaml', 'pnpm-lock.yaml', ...manifests.toSorted((a, b) => a.localeCompare(b))]) {
    if (existsSync(join(root, path))) hash.update(path).update(readFileSync(join(root, path)));
  }
  return hash.digest('hex');
}

async function install() {
  const mark = join(root, 'node_modules', '.banyan-installed');
  const fingerprint = installFingerprint();
  if (existsSync(mark) && readFileSync(mark, 'utf8') === fingerprint) return;
  await step('Cài đặt · install', async () => {
    // Removed first: an install that is cut short must not count.
    rmSync(mark, { force: true });
    await pnpm('install', '--frozen-lockfile');
    mkdirSync(join(root, 'node_modules'), { recursive: true });
    writeFileSync(mark, fingerprint);
  });
}

/** The Node that came with the install where there is one for this platform, else the visitor's own if new enough. */
function pinnedNode() {
  if (existsSync(join(bin, 'node'))) return join(bin, 'node');
  if (majorOf(process.versions.node) >= majorOf(engines.node)) return process.execPath;
  return fail(
    `Máy này cần Node ${engines.node}, đang có ${process.version}.`,
    `This machine needs Node ${engines.node}, it has ${process.version}.`,
  );
}

const build = () => step('Biên dịch · build', () => pnpm('run', 'build'));
const withTools = { env: { PATH: `${bin}${delimiter}${process.env.PATH}`, BANYAN_STARTED_BY: String(process.pid) } };
const node = (...args) => run(pinnedNode(), args, withTools);
const serverScript = (path) => run(pinnedNode(), ['--import', '@oxc-node/core/register', path, ...rest], { cwd: join(root, 'apps', 'server') });
const script = (packageName, name, ...args) => run('npx', ['--yes', packageManager, '--silent', '--filter', packageName, 'run', name, ...args]);

const tasks = {
  start: async () => {
    await build();
    // The server holds little for long; left to itself, Node lets garbage grow to several times of it.
    await node(...server.config.nodeFlags, 'apps/server/dist/main.js', ...rest);
  },
  test: async () => {
    await node('infra/test-all.mjs', ...rest);
  },
  'test:nightly': async () => {
    process.env.BANYAN_PROFILE = 'nightly';
    await tasks.test();
  },
  check: () => node('infra/test-all.mjs', 'types', 'lint', 'boundaries', 'drift'),
  'check:drift': () => serverScript('scripts/drift.ts'),
  dev: () => run('npx', ['--yes', packageManager, 'exec', 'turbo', 'run', 'dev']),
  bench: async () => {
    await build();
    await script('@banyan/bench', 'bench', ...rest);
  },
  'database:prepare': () => serverScript('scripts/prepare-database.ts'),
  speed: async () => {
    await build();
    await script('@banyan/web', 'speed', ...rest);
  },
  screenshots: async () => {
    await build();
    await script('@banyan/web', 'screenshots', ...rest);
  },
};

if (tasks[task] === undefined) fail(`"${task}"? ${Object.keys(tasks).join(', ')}`);
await install();
await tasks[task]();
