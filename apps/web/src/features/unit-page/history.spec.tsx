// @vitest-environment happy-dom
import { createMemoryHistory, createRootRoute, createRouter, RouterProvider } from '@tanstack/react-router';
import { cleanup, render, screen, within } from '@testing-library/react';
import { maskFragments } from 'gql.tada';
import { afterEach, describe, expect, it } from 'vitest';
import { LanguageProvider, loadLanguage } from '../../shared/messages/LanguageProvider.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { UnitHistoryFields } from './unit-document.ts';
import { UnitFacts } from './UnitFacts.tsx';
import type { UnitPageData } from './use-unit-page.ts';

afterEach(cleanup);

const stub = (name: string) => ({ id: name, code: name.toLowerCase().replaceAll(' ', '-'), name });

const history = {
  foundedOn: '1976-03-01',
  closedOn: '2025-07-01',
  names: [
    { name: 'Đảng bộ xã Cũ', from: '1976-03-01', to: '1999-12-31' },
    { name: 'Đảng bộ xã Mới', from: '2000-01-01', to: '2025-06-30' },
  ],
  aliases: ['Làng Trên'],
  parents: [
    { unit: null, from: '1976-03-01', to: '1990-05-05' },
    { unit: stub('Huyen B'), from: '1990-05-06', to: '2025-06-30' },
  ],
  predecessors: [{ unit: stub('Xa A'), on: '2004-01-01' }],
  successors: [{ unit: null, on: '2025-07-01' }],
  terms: [{ ordinal: 12, label: '2020–2025', startsOn: '2020-08-04', endsOn: null }],
};

const unit = {
  ...maskFragments([UnitHistoryFields], history),
  code: 'tinh.xa',
  foundedOn: history.foundedOn,
  closedOn: history.closedOn,
  unitType: 'COMMUNE_AREA',
  areas: [],
} as unknown as UnitPageData;

async function show(language: 'VI' | 'EN' = 'VI') {
  const pack = await loadLanguage(language);
  const rootRoute = createRootRoute({
    component: () => (
      <LanguageProvider initial={pack}>
        <UnitFacts unit={unit} />
        <HistoryTab unit={unit} />
      </LanguageProvider>
    ),
  });
  const router = createRouter({ routeTree: rootRoute, history: createMemoryHistory() });
  render(<RouterProvider router={router as never} />);
  await screen.findByRole('heading', { name: language === 'VI' ? 'Tên gọi' : 'Names' });
}

const rowsOf = (region: string) => within(screen.getByRole('region', { name: region })).getAllByRole('listitem').map(({ textContent }) => textContent);

describe('the history of a unit', () => {
  it('tells its days, and from whom it took over, in the order in which it happened', async () => {
    await show();
    expect(rowsOf('Thành lập và sắp xếp')).toEqual([
      'Thành lập01/03/1976',
      'Tiếp nhận Xa A01/01/2004',
      'Chuyển vào đơn vị ngoài phạm vi được xem01/07/2025',
      'Kết thúc01/07/2025',
    ]);
    expect(screen.getAllByRole('link', { name: 'Xa A' })[0]?.getAttribute('href')).toBe('/don-vi/xa-a');
  });

  it('tells names, parents and terms with their days, and does not name what the reader may not know', async () => {
    await show();
    expect(rowsOf('Tên gọi')).toEqual(['Đảng bộ xã Cũtừ 01/03/1976 đến 31/12/1999', 'Đảng bộ xã Mớitừ 01/01/2000 đến 30/06/2025']);
    expect(rowsOf('Trực thuộc')).toEqual(['đơn vị ngoài phạm vi được xemtừ 01/03/1976 đến 05/05/1990', 'Huyen Btừ 06/05/1990 đến 30/06/2025']);
    expect(rowsOf('Nhiệm kỳ')).toEqual(['Nhiệm kỳ 2020–2025 (đại hội lần thứ 12)từ 04/08/2020']);
  });

  it('is summed up in the head', async () => {
    await show('EN');
    const facts = new Map(screen.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent]));
    expect(facts.get('Former names')).toBe('Đảng bộ xã Cũ; Đảng bộ xã Mới');
    expect(facts.get('Took over from')).toBe('Xa A (01/01/2004)');
    expect(facts.get('Closed')).toBe('01/07/2025');
  });
});
