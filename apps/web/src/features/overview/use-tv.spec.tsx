// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TvStop } from './tv-stops.ts';
import { typeSizeFor, useEscape, useFreshness, useRotation } from './use-tv.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 2, 1, 1, 30) });
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const stop = (name: string): TvStop => ({ name, search: { ky: name } });
function pass(milliseconds: number): void {
  act(() => {
    vi.advanceTimersByTime(milliseconds);
  });
}

describe('the type of a room', () => {
  it('is 1.35 times the usual one on a full screen, in proportion on others and never too small to read', () => {
    expect(typeSizeFor(1920, 1080)).toBeCloseTo(18.9);
    expect(typeSizeFor(3840, 2160)).toBeCloseTo(37.8);
    expect(typeSizeFor(1366, 768)).toBe(14);
  });
});

describe('the rotation', () => {
  it('goes on after 30 seconds, and counts anew for each view', () => {
    const go = vi.fn();
    const { rerender } = renderHook(({ address, next }) => useRotation(address, next, go), { initialProps: { address: 'a', next: stop('b') } });
    pass(29_000);
    expect(go).not.toHaveBeenCalled();
    rerender({ address: 'b', next: stop('c') });
    pass(29_000);
    expect(go).not.toHaveBeenCalled();
    pass(1_000);
    expect(go.mock.calls).toEqual([[stop('c')]]);
  });

  it('stays where there is nothing else to show', () => {
    const go = vi.fn();
    renderHook(() => useRotation('a', undefined, go));
    pass(120_000);
    expect(go).not.toHaveBeenCalled();
  });
});

describe('the age of the figures', () => {
  it('is the time of the last answer of the server for the view that is shown', () => {
    const refresh = vi.fn();
    const { result, rerender } = renderHook((state) => useFreshness({ ...state, refresh }), { initialProps: { address: 'a', busy: true, failed: false } });
    expect(result.current).toBeNull();
    rerender({ address: 'a', busy: false, failed: false });
    expect(result.current).toBe('2026-03-01T01:30:00.000Z');
    pass(60_000);
    expect(refresh).toHaveBeenCalledTimes(2);
    rerender({ address: 'a', busy: true, failed: false });
    rerender({ address: 'a', busy: false, failed: true });
    expect(result.current).toBe('2026-03-01T01:30:00.000Z');
    rerender({ address: 'a', busy: true, failed: false });
    rerender({ address: 'a', busy: false, failed: false });
    expect(result.current).toBe('2026-03-01T01:31:00.000Z');
  });

  it('is that of each view by itself, whatever the cache gives at once', () => {
    const { result, rerender } = renderHook((state) => useFreshness({ ...state, refresh: () => undefined }), { initialProps: { address: 'a', busy: true, failed: false } });
    rerender({ address: 'a', busy: false, failed: false });
    pass(30_000);
    rerender({ address: 'b', busy: false, failed: false });
    expect(result.current).toBeNull();
    rerender({ address: 'b', busy: true, failed: false });
    rerender({ address: 'b', busy: false, failed: false });
    expect(result.current).toBe('2026-03-01T01:30:30.000Z');
    rerender({ address: 'a', busy: false, failed: false });
    expect(result.current).toBe('2026-03-01T01:30:00.000Z');
  });
});

it('Escape leaves, unless a dialog has it', () => {
  const leave = vi.fn();
  renderHook(() => useEscape(leave));
  document.body.innerHTML = '<dialog open></dialog>';
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(leave).not.toHaveBeenCalled();
  document.body.innerHTML = '';
  document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  expect(leave).toHaveBeenCalledOnce();
});
