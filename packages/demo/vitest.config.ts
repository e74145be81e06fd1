import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { testTimeout: 60_000, environment: 'node', isolate: false, include: ['src/**/*.spec.ts', 'test/**/*.spec.ts'], passWithNoTests: true },
});
