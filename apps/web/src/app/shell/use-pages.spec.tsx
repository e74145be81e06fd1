// @vitest-environment happy-dom
import { renderHook } from '@testing-library/react';
import type { Role } from '@banyan/schema/enums';
import type { ReactNode } from 'react';
import { expect, it, vi } from 'vitest';
import { LanguageProvider, loadLanguage } from '../../shared/messages/LanguageProvider.tsx';
import { isPageRefused, usePages } from './use-pages.ts';

const acting = vi.hoisted((): { role: Role } => ({ role: 'STAFF' }));
vi.mock(import('./use-role.ts'), () => ({ useRole: () => acting.role, useSupervises: () => false }));

async function pagesOf(role: Role): Promise<string[]> {
  acting.role = role;
  const initial = await loadLanguage('VI');
  const wrapper = ({ children }: { readonly children: ReactNode }) => <LanguageProvider initial={initial}>{children}</LanguageProvider>;
  const { result } = renderHook(usePages, { wrapper });
  return result.current.flatMap(({ pages }) => pages.map(({ to }) => to));
}

it('whoever sees sums alone is refused the pages that only others have, and no page of their own', async () => {
  const [all, own] = [await pagesOf('STAFF'), await pagesOf('OBSERVER')];
  // In charge of a unit is who acts under one grant and holds another: that page says itself what it has to show.
  const others = all.filter((page) => !own.includes(page) && page !== '/phu-trach');
  expect(others.length).toBeGreaterThan(5);
  for (const page of [...others, '/nguoi/UGVyc29uOjE', '/nguon/them']) expect(isPageRefused(page, 'OBSERVER'), page).toBe(true);
  for (const page of [...own, '/phu-trach', '/don-vi/long-an', '/tro-giup', '/']) expect(isPageRefused(page, 'OBSERVER'), page).toBe(false);
  for (const page of all) expect(isPageRefused(page, 'STAFF'), page).toBe(false);
});
