import { createRouter, type ErrorComponentProps } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { parseSearch, stringifySearch } from '../shared/url/search.ts';
import { routeTree } from './routeTree.gen.ts';

/** What breaks down is told by the frame, in the language of the page. */
function Broken({ error }: ErrorComponentProps): ReactNode {
  throw error;
}

/** The routes of the application. Search parameters are plain texts, checked by the route that reads them. */
export function makeRouter() {
  return createRouter({ routeTree, parseSearch, stringifySearch, scrollRestoration: true, defaultErrorComponent: Broken });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
