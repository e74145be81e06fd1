// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LanguageProvider, loadLanguage } from '../../../shared/messages/LanguageProvider.tsx';
import { ItemState } from './ItemState.tsx';

afterEach(cleanup);

it('an item that was done on its last day is in time, and one done on the day after is not', async () => {
  const initial = await loadLanguage('VI');
  const said = (doneOn: string) => render(<LanguageProvider initial={initial}><ItemState item={{ doneOn, dueOn: '2026-03-31', isOverdue: false }} /></LanguageProvider>).container.textContent.trim();
  expect(said('2026-03-31')).toBe('Xong ngày 31/03/2026');
  expect(said('2026-04-01')).toBe('Xong ngày 01/04/2026, sau hạn');
});
