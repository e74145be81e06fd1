import { createRouter } from '@tanstack/react-router';
import { parseSearch, stringifySearch } from '../shared/url/search.ts';
import { routeTree } from './routeTree.gen.ts';

/** The routes of the application. Search parameters are plain texts, checked by the route that reads them. */
export function makeRouter() {
  return createRouter({ routeTree, parseSearch, stringifySearch, scrollRestoration: true });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
