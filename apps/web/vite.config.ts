import { tanstackRouter } from '@tanstack/router-plugin/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      routesDirectory: 'src/app/routes',
      generatedRouteTree: 'src/app/routeTree.gen.ts',
    }),
    react(),
  ],
  build: {
    target: 'baseline-widely-available',
    sourcemap: true,
    // The explorer is a page of its own, so that nobody else pays for it and it can have its own content policy.
    rolldownOptions: { input: { main: 'index.html', explorer: 'explorer.html' } },
  },
  test: { environment: 'happy-dom', include: ['src/**/*.spec.{ts,tsx}', 'test/**/*.spec.{ts,tsx}'], passWithNoTests: true },
  server: { proxy: { '/graphql': server, '/schema.graphql': server, '/health': server } },
});
