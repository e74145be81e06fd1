import { defineConfig } from '@playwright/test';
import base, { desktop, phone } from './playwright.config.ts';

/** Writes every screen at both sizes and on paper to screenshots/, for looking at. */
export default defineConfig({
  ...base,
  testMatch: '**/*.screens.ts',
  workers: 1,
  projects: [
    { name: 'desktop', use: desktop },
    { name: 'phone', use: phone },
  ],
});
