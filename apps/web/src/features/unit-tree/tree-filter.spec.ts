import { expect, it } from 'vitest';
import { treeOfHits } from './tree-filter.ts';

it('leads from the root to each hit, and knows what lies between', () => {
  const { hits, below, between } = treeOfHits('tinh', [
    { id: 'huyen', ancestors: ['nuoc', 'tinh'] },
    { id: 'xa', ancestors: ['nuoc', 'tinh', 'huyen'] },
    { id: 'chi-bo', ancestors: ['nuoc', 'tinh', 'khoi', 'co-quan'] },
  ]);
  expect([...hits]).toEqual(['huyen', 'xa', 'chi-bo']);
  expect([...below].map(([id, { ids }]) => [id, ids])).toEqual([
    ['tinh', ['huyen', 'khoi']],
    ['huyen', ['xa']],
    ['khoi', ['co-quan']],
    ['co-quan', ['chi-bo']],
  ]);
  expect(between).toEqual(['tinh', 'khoi', 'co-quan']);
});

it('is the root alone where only the root was found, and nothing where nothing was', () => {
  expect(treeOfHits('tinh', [{ id: 'tinh', ancestors: [] }])).toMatchObject({ hits: new Set(['tinh']), between: [] });
  expect(treeOfHits('tinh', []).hits.size).toBe(0);
});

it('leaves out what does not hang below the root', () => {
  expect(treeOfHits('huyen', [{ id: 'xa', ancestors: ['tinh', 'khac'] }]).hits.size).toBe(0);
});
