import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { keepsPlans, nightly } from './test/worlds/sizes.ts';

const mocked = 'test/**/*.mocked.spec.ts';
const setupFiles = keepsPlans ? ['test/keep-plans.ts'] : [];

/** Where a spec takes tens of seconds, however short its file is, or waits for databases that start and stop. */
const takeLong = /\/test\/(properties|load|figures|crash)\/|start-up\.spec|embedded-postgres\.spec/;

/**
 * Those that take long come first, so that no worker is left with one at the end while the others have nothing to do; before them those with
 * modules of their own, so that the processes that serve the others need not begin anew behind them.
 */
class LongFirst extends BaseSequencer {
  override async sort(specs: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId, project }: TestSpecification) => (project.name === 'mocked' ? 0 : takeLong.test(moduleId) ? 1 : 2);
    return (await super.sort(specs)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  // graphql 16 has no "exports": Vite would take index.mjs while Node gives the libraries index.js, two realms of one package.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  build: {
    ssr: true,
    target: 'node24',
    outDir: 'dist',
    sourcemap: true,
    minify: false,
    rolldownOptions: { input: { main: 'src/main.ts' } },
  },
  // The packages of this workspace are TypeScript sources: bundled, while everything from the registry stays outside.
  ssr: { noExternal: [/^@banyan\//] },
  test: {
    environment: 'node',
    pool: 'forks',
    globalSetup: ['test/global-setup.ts'],
    // Thousands of questions one after the other, with nothing beside them: for the long run alone.
    exclude: ['node_modules/**', ...(nightly ? [] : ['test/nightly/**']), ...(process.env['BANYAN_LEAVE_OUT']?.split(' ') ?? [])],
    projects: [
      // Modules are evaluated once in a process for all of its specs: anew for each they took a tenth of the time.
      { test: { name: 'shared', isolate: false, setupFiles, include: ['src/**/*.spec.ts', 'test/**/*.spec.ts'], exclude: [mocked] } },
      // A spec that puts something in the place of a module needs modules of its own.
      { test: { name: 'mocked', setupFiles, include: [mocked] } },
    ],
    sequence: { sequencer: LongFirst },
    testTimeout: 60_000,
    hookTimeout: 180_000,
  },
});
