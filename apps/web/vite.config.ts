import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

interface Modules {
  getModuleInfo(id: string): { readonly isEntry: boolean; readonly importers: readonly string[] } | null;
}

/** Whether the application alone loads a module before it shows anything. */
function isOfApplication(id: string, modules: Modules): boolean {
  const reached = new Set([id]);
  for (const known of reached) modules.getModuleInfo(known)?.importers.forEach((importer) => reached.add(importer));
  const pages = [...reached].filter((known) => modules.getModuleInfo(known)?.isEntry);
  return pages.length === 1 && pages[0]?.endsWith('/index.html') === true;
}

const server = process.env['BANYAN_SERVER'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: false,
      routesDirectory: 'src/app/routes',
      generatedRouteTree: 'src/app/routeTree.gen.ts',
      quoteStyle: 'single',
      semicolons: true,
    }),
    react(),
  ],
  build: {
    target: 'baseline-widely-available',
    sourcemap: true,
    // Nothing is inlined as data: the content policy admits files of our own origin only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // The editor of the explorer is large and comes on its own page; test/budgets.spec.ts holds the limits that matter.
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      // Three pages of their own: sign-in is there before the application, the explorer costs nobody else anything.
      input: { main: 'index.html', 'sign-in': 'sign-in.html', explorer: 'explorer.html' },
      // What the application loads first is not cut up by what comes later: small files compress badly, and each is a request.
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { tags: ['$initial'], name: (id, modules) => (isOfApplication(id, modules) ? 'application' : null) },
            // One list of all icons leads to each of them: nothing tells whose they are.
            { tags: ['$initial'], test: /icons-react\/dist\/esm\/icons\/Icon/, name: 'icons' },
          ],
        },
      },
      // Libraries of the explorer carry marks for a compiler that this build does not run.
      onLog: (level, log, report) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
      },
    },
  },
  test: {
    environment: 'node',
    // Modules are evaluated once for all specs: anew for each they took most of the time.
    isolate: false,
    include: ['src/**/*.spec.{ts,tsx}', 'test/**/*.spec.{ts,tsx}'],
  },
  server: { proxy: { '/graphql': server, '/events': server, '/files': server, '/schema.graphql': server, '/health': server } },
});
