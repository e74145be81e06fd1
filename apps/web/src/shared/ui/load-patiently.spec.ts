// @vitest-environment happy-dom
import { afterEach, expect, test, vi } from 'vitest';
import { loadPatiently } from './load-patiently.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('a part that could not be loaded is asked for again when the line is back, and after a while', async () => {
  vi.useFakeTimers();
  const load = vi.fn<() => Promise<string>>().mockRejectedValueOnce(new Error('line')).mockRejectedValueOnce(new Error('line')).mockResolvedValue('part');
  const loaded = loadPatiently(load);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(load).toHaveBeenCalledTimes(1);
  dispatchEvent(new Event('online'));
  await vi.advanceTimersByTimeAsync(0);
  expect(load).toHaveBeenCalledTimes(2);
  await vi.advanceTimersByTimeAsync(5_000);
  await expect(loaded).resolves.toBe('part');
  expect(load).toHaveBeenCalledTimes(3);
});
