import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Drafts, forgetDrafts } from './drafts.ts';

const listening = new Set<unknown>();

beforeEach(() => {
  vi.stubGlobal('addEventListener', (name: string, listener: unknown) => listening.add(`${name} ${String(listener)}`));
  vi.stubGlobal('removeEventListener', (name: string, listener: unknown) => listening.delete(`${name} ${String(listener)}`));
});
afterEach(() => {
  forgetDrafts();
  vi.unstubAllGlobals();
});

test('the browser asks before it leaves for as long as anything is typed and not sent', () => {
  const [papers, steps] = [new Drafts<string>(), new Drafts<number>()];
  expect(listening.size).toBe(0);
  papers.set('một', { values: 'Đơn', key: '1' });
  steps.set('hai', { values: 2, key: '2' });
  papers.set('một', { values: 'Đơn xin', key: '1' });
  expect([listening.size, papers.get('một')?.values, papers.get('hai')]).toEqual([1, 'Đơn xin', undefined]);
  papers.forget('một');
  expect(listening.size).toBe(1);
  steps.forget('hai');
  expect(listening.size).toBe(0);
});

test('nothing that one has typed is there for the next', () => {
  const papers = new Drafts<string>();
  papers.set('một', { values: 'Đơn', key: '1' });
  forgetDrafts();
  expect([papers.get('một'), listening.size]).toEqual([undefined, 0]);
});
