import { defineConfig } from '@playwright/test';
import base, { desktop, launchOptions } from './playwright.config.ts';

/** Times what a budget in milliseconds holds. It wants the machine to itself, and the browser as people have it. */
export default defineConfig({
  ...base,
  testMatch: '**/*.alone.e2e.ts',
  workers: 1,
  use: { ...base.use, launchOptions },
  projects: [{ name: 'desktop', use: desktop }],
});
