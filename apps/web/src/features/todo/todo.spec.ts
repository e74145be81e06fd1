import { todoGroups } from '@banyan/schema/lifecycle';
import { describe, expect, it } from 'vitest';
import { byUnit } from './by-unit.ts';
import { groupSlugs } from '../../shared/url/group-slugs.ts';
import { readTodoSearch } from './todo-search.ts';

const row = (id: string, unit: string, parent: string | null = null) => ({ id, unit: { id: `${unit} ${parent}`, name: unit, parent: parent === null ? null : { name: parent } } });
const unitOf = ({ unit }: ReturnType<typeof row>) => unit;

describe('what is to be done on paper', () => {
  it('stands unit by unit, in the order of names and numbers, and keeps its order inside a unit', () => {
    const units = byUnit([row('1', 'Chi bộ 10'), row('2', 'Chi bộ 2'), row('3', 'Chi bộ 10'), row('4', 'Chi bộ Ấp Bắc')], unitOf);
    expect(units.map(({ name, rows }) => [name, rows.map(({ id }) => id)])).toEqual([
      ['Chi bộ 2', ['2']],
      ['Chi bộ 10', ['1', '3']],
      ['Chi bộ Ấp Bắc', ['4']],
    ]);
  });

  it('tells units of one name apart by the unit above them', () => {
    expect(byUnit([row('1', 'Chi bộ 1', 'Đảng bộ xã B'), row('2', 'Chi bộ 1', 'Đảng bộ xã A')], unitOf).map(({ name }) => name)).toEqual(['Chi bộ 1, Đảng bộ xã A', 'Chi bộ 1, Đảng bộ xã B']);
  });
});

describe('the address of what is to be done', () => {
  it('keeps the file that is open and what goes along to other pages', () => {
    expect(readTodoSearch({ 'don-vi': 'song-mau', ky: '2024', 'ho-so': 'x', giay: 'y', q: '1' })).toEqual({ 'don-vi': 'song-mau', ky: '2024', 'ho-so': 'x', giay: 'y', unknownKeys: ['q'] });
  });

  it('has a word for each group', () => {
    expect(new Set(todoGroups.map((group) => groupSlugs[group])).size).toBe(todoGroups.length);
  });
});
