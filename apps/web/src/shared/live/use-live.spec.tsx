// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useLive } from './use-live.ts';

/** A stream of which the test plays the server. */
class Stream extends EventTarget {
  static readonly CLOSED = 2;
  static all: Stream[] = [];
  readyState = 1;

  constructor() {
    super();
    Stream.all.push(this);
  }

  close(): void {
    this.readyState = Stream.CLOSED;
  }

  tell(kind: 'open' | 'changed' | 'end' | 'error'): void {
    act(() => void this.dispatchEvent(new Event(kind)));
  }
}

const open = () => Stream.all.filter(({ readyState }) => readyState !== Stream.CLOSED);
let hidden = false;
function turn(away: boolean): void {
  hidden = away;
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

beforeEach(() => {
  Stream.all = [];
  hidden = false;
  vi.stubGlobal('EventSource', Stream);
  vi.spyOn(document, 'hidden', 'get').mockImplementation(() => hidden);
});

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('tells of a change, and not of the first connection', () => {
  const changed = vi.fn();
  renderHook(() => useLive(changed));
  open()[0]?.tell('open');
  expect(changed).not.toHaveBeenCalled();
  open()[0]?.tell('changed');
  expect(changed).toHaveBeenCalledOnce();
});

it('holds no connection while the page is out of sight, and makes up for what it missed', () => {
  const changed = vi.fn();
  const { unmount } = renderHook(() => useLive(changed));
  open()[0]?.tell('open');
  turn(true);
  expect(open()).toHaveLength(0);
  turn(false);
  expect(open()).toHaveLength(1);
  open()[0]?.tell('open');
  expect(changed).toHaveBeenCalledOnce();
  unmount();
  expect(open()).toHaveLength(0);
});

it('makes up for a connection that broke', () => {
  const changed = vi.fn();
  renderHook(() => useLive(changed));
  const [stream] = open();
  stream?.tell('open');
  stream?.tell('error');
  stream?.tell('open');
  expect(changed).toHaveBeenCalledOnce();
});
