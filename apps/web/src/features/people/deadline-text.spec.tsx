// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { maskFragments } from 'gql.tada';
import { afterEach, describe, expect, it } from 'vitest';
import { LanguageProvider, loadLanguage } from '../../shared/messages/LanguageProvider.tsx';
import { DeadlineFields, DeadlineText } from './DeadlineText.tsx';

afterEach(cleanup);

const deadline = { kind: 'CEREMONY', dueOn: '2026-11-27', daysLeft: 5, countedIn: 'WORKING_DAYS', isOverdue: false, hasBegun: true, runsFrom: '2026-10-16' } as const;

async function said(more: Partial<Record<keyof typeof deadline, unknown>>, language: 'VI' | 'EN' = 'VI', withKind = false): Promise<string> {
  const masked = maskFragments([DeadlineFields], { ...deadline, ...more } as typeof deadline);
  const { container } = render(
    <LanguageProvider initial={await loadLanguage(language)}>
      <DeadlineText deadline={masked} withKind={withKind} />
    </LanguageProvider>,
  );
  return container.textContent;
}

describe('a deadline in words', () => {
  it('says what is left, in what it is counted, and the day', async () => {
    expect(await said({})).toBe('còn 5 ngày làm việc · 27/11/2026');
    expect(await said({ countedIn: 'MONTHS' })).toBe('còn 5 ngày · 27/11/2026');
    expect(await said({ countedIn: 'MONTHS', daysLeft: 1809 })).toBe('còn 1.809 ngày · 27/11/2026');
    expect(await said({}, 'EN')).toBe('5 working days left · 27/11/2026');
    expect(await said({ daysLeft: 1 }, 'EN')).toBe('1 working day left · 27/11/2026');
  });

  it('says how late it is', async () => {
    expect(await said({ daysLeft: -3, isOverdue: true })).toBe('quá hạn 3 ngày làm việc · 27/11/2026');
    expect(await said({ daysLeft: -3, isOverdue: true }, 'EN')).toBe('3 working days overdue · 27/11/2026');
    expect(await said({ daysLeft: 0, isOverdue: true })).toBe('vừa quá hạn · 27/11/2026');
  });

  it('says that it is today, or has not begun', async () => {
    expect(await said({ daysLeft: 0 })).toBe('hạn hôm nay · 27/11/2026');
    expect(await said({ hasBegun: false })).toBe('tính từ 16/10/2026, hạn 27/11/2026');
  });

  it('says what is due where that is asked for', async () => {
    expect(await said({}, 'VI', true)).toBe('Hạn tổ chức lễ kết nạp: còn 5 ngày làm việc · 27/11/2026');
  });
});
