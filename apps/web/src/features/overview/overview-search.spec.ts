import { describe, expect, it } from 'vitest';
import { readOverviewSearch } from './overview-search.ts';
import { chooseScope, treeDay } from '../../shared/period/scope-choice.ts';

const board = { today: '2024-06-30', role: 'BOARD' } as const;
const observer = { today: '2024-06-30', role: 'OBSERVER' } as const;

describe('the address of the overview', () => {
  it('names what it does not understand and goes on without it', () => {
    expect(readOverviewSearch({ ky: '2020', la: '1' })).toEqual({ ky: '2020', unknownKeys: ['la'] });
    expect(readOverviewSearch({ 'don-vi': '' })).toEqual({});
  });

  it('without a period shows the year of today', () => {
    expect(chooseScope({}, board)).toMatchObject({ period: { form: 'YEAR', year: 2024 }, problem: null });
  });

  it('with a period that cannot be read says so', () => {
    expect(chooseScope({ ky: '2024-13' }, board)).toMatchObject({ period: { year: 2024 }, problem: 'UNREADABLE' });
  });

  it('with a period that the role may not see shows one that it may', () => {
    expect(chooseScope({ ky: '2023-05' }, observer)).toMatchObject({ period: { year: 2023 }, problem: 'FORBIDDEN' });
    expect(chooseScope({ ky: '2024' }, observer)).toMatchObject({ period: { year: 2023 }, problem: 'FORBIDDEN' });
    expect(chooseScope({ ky: '2022-Q4' }, observer)).toMatchObject({ period: { quarter: 4 }, problem: null });
  });
});

describe('the tree', () => {
  it('is that of the last day of a period that is over', () => {
    expect(treeDay(chooseScope({ ky: '2020' }, board))).toBe('2020-12-31');
    expect(treeDay(chooseScope({ ky: '2020' }, observer))).toBe('2020-12-31');
  });

  it('is that of today for a period that goes on', () => {
    expect(treeDay(chooseScope({ ky: '2024' }, board))).toBeNull();
    expect(treeDay(chooseScope({ ky: 'term' }, board))).toBeNull();
  });
});
