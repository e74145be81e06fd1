// @vitest-environment happy-dom
import type { Standing } from '@banyan/schema/enums';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { LanguageProvider, loadLanguage } from '../../shared/messages/LanguageProvider.tsx';
import { isCounted, ProgressMark, progressScale } from './ProgressMark.tsx';

afterEach(cleanup);

const row = (admitted: number | null, before: number | null, standing: Standing | null = 'FEWER') => ({ admitted, before, standing, pace: null, against: 'LAST_YEAR' as const });

async function show(shown: ReturnType<typeof row>, max: number, language: 'VI' | 'EN' = 'VI') {
  render(
    <LanguageProvider initial={await loadLanguage(language)}>
      <ProgressMark row={shown} max={max} />
    </LanguageProvider>,
  );
  return screen.queryByRole('img')?.getAttribute('aria-label');
}

describe('admissions against the year before', () => {
  it('are counted one by one only where every number beside each other is five or less', () => {
    expect(isCounted(progressScale([row(5, 0), row(0, 5), row(null, null)]))).toBe(true);
    expect(isCounted(progressScale([row(5, 0), row(0, 6)]))).toBe(false);
    expect(isCounted(progressScale([row(6, 1), row(0, 0)]))).toBe(false);
  });

  it('say what they are, what they were and which way it went', async () => {
    expect(await show(row(2, 3), 5)).toBe('2 người, giảm 1 so với cùng kỳ năm trước (3)');
    cleanup();
    expect(await show(row(3, 3, 'SAME'), 5)).toBe('3 người, không đổi so với cùng kỳ năm trước (3)');
    cleanup();
    expect(await show(row(5, 0, 'MORE'), 5, 'EN')).toBe('5 admitted, up 5 on the same period last year (0)');
  });

  it('say no more than is known', async () => {
    expect(await show(row(2, null, null), 5)).toBe('2 người');
    cleanup();
    expect(await show(row(null, null, null), 5)).toBe('Ẩn');
  });

  it('are a bar without words where one number is larger: the numbers stand beside it', async () => {
    expect(await show(row(2, 3), 6)).toBeUndefined();
  });
});
