import { expect, test, vi } from 'vitest';
import { fetchAll } from './fetch-all.ts';

const pages: Record<string, { rows: number[]; next: string | null }> = { first: { rows: [1, 2], next: 'b' }, b: { rows: [3, 4], next: 'c' }, c: { rows: [5], next: null } };

test('a list is read to its end, in its order, and what takes long says how far it is', async () => {
  const now = vi.spyOn(performance, 'now').mockReturnValue(0);
  const told: string[] = [];
  const read = async (after: string | null) => {
    if (after === 'b') now.mockReturnValue(1_001);
    return await Promise.resolve({ ...pages[after ?? 'first']!, total: 5 });
  };
  expect(await fetchAll(read, (known, total) => told.push(`${known}/${total}`))).toEqual([1, 2, 3, 4, 5]);
  expect(told).toEqual(['4/5']);
  now.mockRestore();
});

test('where a page cannot be had there is nothing at all', async () => {
  const read = async (after: string | null) => (after === 'b' ? await Promise.reject(new Error('away')) : { ...pages['first']!, total: 5 });
  await expect(fetchAll(read, () => undefined)).rejects.toThrow('away');
});
