import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { defineConfig, devices } from '@playwright/test';
import sparticuz from '@sparticuz/chromium';

const port = Number(process.env['E2E_PORT'] ?? 4473);

// The first process to read this makes the throw-away database's folder, and removes it when it leaves.
if (process.env['E2E_DATA_FOLDER'] === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'banyan-e2e-'));
  process.env['E2E_DATA_FOLDER'] = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
}

/** The browser comes with the install; its own list of arguments is for another place. */
export const launchOptions = {
  executablePath: process.env['CHROMIUM_PATH'] ?? (await sparticuz.executablePath()),
  args: ['--no-sandbox', '--disable-gpu'],
};

/** A page of a journey lives for seconds: to compile its code a second and a third time, for long runs, is a sixth of the browser's work and comes too late. */
const shortLived = {
  ...launchOptions,
  args: [...launchOptions.args, '--js-flags=--no-opt,--no-maglev'],
  // Its processes hand each other dozens of files a second: they lie beside the database, in memory where there is room.
  env: { ...process.env, TMPDIR: dirname(process.env['E2E_DATA_FOLDER'] ?? '') },
};

export const desktop = { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } };
export const phone = { ...devices['Desktop Chrome'], viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    launchOptions: shortLived,
    reducedMotion: 'reduce',
    // A trace of every journey takes a quarter of the time: TRACE=1 keeps those of journeys that fail.
    trace: process.env['TRACE'] === '1' ? 'retain-on-failure' : 'off',
  },
  projects: [
    { name: 'desktop', use: desktop, testIgnore: ['**/*.phone.e2e.ts', '**/*.alone.e2e.ts'] },
    { name: 'phone', use: phone, testMatch: ['**/*.phone.e2e.ts', '**/accessibility*.e2e.ts'] },
  ],
  webServer: {
    command: 'node ../server/dist/main.js',
    url: `http://127.0.0.1:${port}/readyz`,
    env: { PORT: String(port), DATA_FOLDER: join(process.env['E2E_DATA_FOLDER'] ?? '', 'postgres') },
    timeout: 240_000,
    reuseExistingServer: process.env['E2E_REUSE'] === '1',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
  },
});
