// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { LanguageProvider, loadLanguage } from '../../shared/messages/LanguageProvider.tsx';
import { RecordedBy } from './RecordedBy.tsx';

afterEach(cleanup);

it('who recorded something is said with the day in Viet Nam, seven hours ahead of the instant', async () => {
  const initial = await loadLanguage('VI');
  const said = (recordedAt: string) => render(<LanguageProvider initial={initial}><RecordedBy record={{ recordedBy: 'Thái Mỹ Duyên', recordedAt }} /></LanguageProvider>).container.textContent;
  expect(said('2026-11-27T16:59:59.000Z')).toContain('27/11/2026');
  expect(said('2026-11-27T17:00:00.000Z')).toContain('28/11/2026');
});
