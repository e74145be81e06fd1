import { defineConfig } from '@playwright/test';
import base, { desktop } from './playwright.config.ts';

/** Times what a budget in milliseconds holds. It wants the machine to itself. */
export default defineConfig({
  ...base,
  testMatch: '**/*.alone.e2e.ts',
  workers: 1,
  projects: [{ name: 'desktop', use: desktop }],
});
