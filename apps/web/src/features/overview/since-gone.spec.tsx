// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { maskFragments } from 'gql.tada';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { LanguageProvider, loadLanguage } from '../../shared/messages/LanguageProvider.tsx';
import { readSinceGone, readSorting, SinceGoneFields, usualSorting } from './child-row.ts';
import { ChildrenList } from './ChildrenList.tsx';
import { ChildrenTable, type ChildrenViewProps } from './ChildrenTable.tsx';

afterEach(cleanup);

const answer = (admitted: number | null, members: number | null) =>
  maskFragments([SinceGoneFields], { admitted: { atUnitsSinceGone: admitted }, members: { atUnitsSinceGone: members } });

async function show(View: (props: ChildrenViewProps) => ReactNode, rollup: ReturnType<typeof answer> | undefined, language: 'VI' | 'EN' = 'VI') {
  const view = {
    rows: [],
    scaleRows: [],
    totals: { admitted: 10, members: 100, rate: 10, comparison: { before: null, difference: null, percent: null, standing: null, pace: null } },
    sinceGone: readSinceGone(rollup),
    baseLabel: 'đảng viên đầu kỳ',
    sorting: readSorting(undefined, usualSorting(false)),
    onSort: () => undefined,
    withKinds: true,
    gap: null,
    narrow: false,
  };
  render(
    <LanguageProvider initial={await loadLanguage(language)}>
      <View {...view} />
    </LanguageProvider>,
  );
}

const line = /^Đơn vị không còn trực thuộc \(đã chuyển đi hoặc kết thúc\)/;

describe('what happened at units that have gone since', () => {
  it('is a row of the table with a header, above the whole unit, without bars', async () => {
    await show(ChildrenTable, answer(3, -1200));
    const [, row, whole] = screen.getAllByRole('row');
    const gone = within(row!);
    expect(gone.getByRole('rowheader').textContent).toMatch(line);
    expect(gone.getAllByRole('cell').map(({ textContent }) => textContent)).toEqual(['+3', '−1.200', '—']);
    expect(row!.querySelector('[aria-hidden]')).toBeNull();
    expect(within(whole!).getByRole('rowheader').textContent).toBe('Toàn đơn vị');
  });

  it('is a line of the list on a phone', async () => {
    await show(ChildrenList, answer(3, 0));
    expect(screen.getByText(line).textContent).toMatch(/: Kết nạp \+3 · Đảng viên 0$/);
  });

  it('is told in English too', async () => {
    await show(ChildrenTable, answer(3, 0), 'EN');
    expect(screen.getByRole('rowheader', { name: 'Units no longer below (moved away or closed)' })).toBeDefined();
  });

  it.each([ChildrenTable, ChildrenList])('is left out where all of it is 0, and for roles that see sums alone', async (View) => {
    for (const rollup of [answer(0, 0), answer(null, null), undefined]) {
      await show(View, rollup);
      expect(screen.queryByText(line)).toBeNull();
      cleanup();
    }
  });
});
