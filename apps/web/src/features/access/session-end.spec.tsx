// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { minutesLeft, useEnding } from './session-end.ts';

const start = Date.UTC(2026, 2, 1, 1, 0);
const end = new Date(start + 8 * 3_600_000).toISOString();
function pass(minutes: number): void {
  act(() => {
    vi.advanceTimersByTime(minutes * 60_000);
  });
}

beforeEach(() => {
  vi.useFakeTimers({ now: start });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('the minutes that are left', () => {
  it.each([
    [5.01, null],
    [5, 5],
    [4.2, 5],
    [0.1, 1],
    [0, 0],
    [-60, 0],
  ])('with %d to go are %s', (left, said) => {
    expect(minutesLeft(Date.parse(end), Date.parse(end) - left * 60_000)).toBe(said);
  });
});

describe('a session of eight hours', () => {
  it('says nothing for 7 hours and 55 minutes, then counts down and ends once', () => {
    const onEnd = vi.fn();
    const { result } = renderHook(() => useEnding(end, Date.now, onEnd));
    pass(474);
    expect(result.current).toBeNull();
    pass(1);
    expect(result.current?.minutes).toBe(5);
    pass(3);
    expect(result.current?.minutes).toBe(2);
    expect(onEnd).not.toHaveBeenCalled();
    pass(2);
    expect(result.current?.minutes).toBe(0);
    pass(10);
    expect(onEnd).toHaveBeenCalledOnce();
  });

  it('is quiet again when it was prolonged', () => {
    const { result, rerender } = renderHook((expiresAt: string | undefined) => useEnding(expiresAt, Date.now, () => undefined), { initialProps: end });
    pass(477);
    expect(result.current?.minutes).toBe(3);
    rerender(new Date(start + 16 * 3_600_000).toISOString());
    expect(result.current).toBeNull();
  });

  it('is noticed by a machine that slept over the warning', () => {
    const { result } = renderHook(() => useEnding(end, Date.now, () => undefined));
    vi.setSystemTime(Date.parse(end) - 90_000);
    act(() => {
      document.dispatchEvent(new Event('visibilitychange'));
    });
    expect(result.current?.minutes).toBe(2);
  });

  it('that nobody knows yet says nothing', () => {
    const { result } = renderHook(() => useEnding(undefined, Date.now, () => undefined));
    pass(600);
    expect(result.current).toBeNull();
  });

  it('that nobody uses ends after an hour, unless it is used', () => {
    let usedAt = start;
    const onEnd = vi.fn();
    const { result } = renderHook(() => useEnding(end, () => usedAt, onEnd));
    pass(54);
    expect(result.current).toBeNull();
    pass(2);
    expect(result.current).toMatchObject({ minutes: 4, idle: true });
    usedAt = Date.now();
    pass(1);
    expect(result.current).toBeNull();
    pass(59);
    expect(result.current?.minutes).toBe(0);
    expect(onEnd).toHaveBeenCalledOnce();
    usedAt = Date.now();
    pass(61);
    expect(onEnd).toHaveBeenCalledTimes(2);
  });
});
