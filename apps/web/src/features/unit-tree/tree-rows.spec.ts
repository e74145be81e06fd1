import { describe, expect, it } from 'vitest';
import { findTyped, levelScales, listLines, numberLines, stepOf, type Below, type KnownTree } from './tree-rows.ts';

type Shape = { readonly [name: string]: Shape };

/** A tree that is wholly fetched. */
function known(shape: Shape, opened: readonly string[], more: Partial<KnownTree> = {}): KnownTree {
  const below = new Map<string, Below>();
  const walk = (name: string, inside: Shape) => {
    const ids = Object.keys(inside);
    if (ids.length > 0) below.set(name, { ids, total: ids.length, next: null });
    for (const [child, rest] of Object.entries(inside)) walk(child, rest);
  };
  for (const [name, inside] of Object.entries(shape)) walk(name, inside);
  return { root: Object.keys(shape)[0]!, below, opened: new Set(opened), pending: new Set(), failed: new Set(), hasBelow: (id) => below.has(id), ...more };
}

const shape: Shape = { tinh: { 'Cần Đước': { 'xã một': {}, 'xã hai': {} }, 'Đức Hòa': { 'xã ba': {} }, trống: {} } };
const keys = (tree: KnownTree) => listLines(tree).map(({ key }) => key);

describe('the lines of a tree', () => {
  it('are those of opened units alone', () => {
    expect(keys(known(shape, []))).toEqual(['tinh']);
    expect(keys(known(shape, ['tinh', 'Đức Hòa']))).toEqual(['tinh', 'Cần Đước', 'Đức Hòa', 'xã ba', 'trống']);
  });

  it('know their level, their place and the line above', () => {
    const lines = listLines(known(shape, ['tinh', 'Cần Đước']));
    expect(lines[3]).toMatchObject({ key: 'xã hai', level: 3, position: 2, siblings: 2, above: 1, opened: null });
    expect(lines[4]).toMatchObject({ key: 'Đức Hòa', level: 2, position: 2, siblings: 3, above: 0, opened: false });
  });

  it('have numbers on paper that say where they belong', () => {
    expect(numberLines(listLines(known(shape, ['tinh', 'Cần Đước', 'Đức Hòa'])))).toEqual(['', '1', '1.1', '1.2', '2', '2.1', '3']);
    expect(numberLines(listLines(known(shape, ['tinh', 'Đức Hòa'], { failed: new Set(['Đức Hòa']) })))).toEqual(['', '1', '2', '2.1', '', '3']);
  });

  it('say what is on its way, what failed and what is more', () => {
    const unknown = (more: Partial<KnownTree>) => keys(known({ tinh: {} }, ['tinh'], { hasBelow: () => true, ...more }));
    expect(unknown({ pending: new Set(['tinh']) })).toEqual(['tinh', 'LOADING tinh']);
    expect(unknown({ failed: new Set(['tinh']) })).toEqual(['tinh', 'FAILED tinh']);
    const page: Below = { ids: ['a'], total: 9, next: 'cursor' };
    expect(keys(known({ tinh: {} }, ['tinh'], { below: new Map([['tinh', page]]), hasBelow: (id) => id === 'tinh' }))).toEqual(['tinh', 'a', 'MORE tinh']);
  });

  it('stay quick with 12.000 units opened', () => {
    const wide: Shape = { tinh: Object.fromEntries(Array.from({ length: 20 }, (_, d) => [`huyện ${d}`, Object.fromEntries(Array.from({ length: 20 }, (_, c) => [`xã ${d}.${c}`, Object.fromEntries(Array.from({ length: 29 }, (_, b) => [`chi bộ ${d}.${c}.${b}`, {}]))]))])) };
    const tree = known(wide, []);
    const whole = { ...tree, opened: new Set(tree.below.keys()) };
    listLines(whole);
    const begun = performance.now();
    const lines = listLines(whole);
    const typed = findTyped(lines, 0, '19.19.28', (id) => id);
    const took = performance.now() - begun;
    expect(lines).toHaveLength(1 + 20 + 400 + 11_600);
    expect(typed).toBe(lines.length - 1);
    expect(took).toBeLessThan(120);
  });
});

describe('a key', () => {
  const closed = listLines(known(shape, ['tinh']));
  const opened = listLines(known(shape, ['tinh', 'Cần Đước']));

  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 3, 3],
    ['ArrowUp', 0, 0],
    ['ArrowUp', 2, 1],
    ['Home', 3, 0],
    ['End', 0, 3],
    ['PageDown', 0, 3],
    ['PageUp', 3, 0],
  ])('%s at line %i moves to line %i', (key, from, to) => {
    expect(stepOf(closed, from, key)).toEqual({ do: 'focus', index: to });
  });

  it('to the right opens, then goes inside', () => {
    expect(stepOf(closed, 1, 'ArrowRight')).toMatchObject({ do: 'open', line: { key: 'Cần Đước' } });
    expect(stepOf(opened, 1, 'ArrowRight')).toEqual({ do: 'focus', index: 2 });
    expect(stepOf(opened, 2, 'ArrowRight')).toBeNull();
  });

  it('to the left closes, then goes to the unit above', () => {
    expect(stepOf(opened, 1, 'ArrowLeft')).toMatchObject({ do: 'close', line: { key: 'Cần Đước' } });
    expect(stepOf(opened, 3, 'ArrowLeft')).toEqual({ do: 'focus', index: 1 });
    expect(stepOf(closed, 1, 'ArrowLeft')).toEqual({ do: 'focus', index: 0 });
    expect(stepOf(listLines(known(shape, [])), 0, 'ArrowLeft')).toBeNull();
  });

  it('opens at an asterisk what is closed beside the line', () => {
    expect(stepOf(closed, 2, '*')).toEqual({ do: 'open all', ids: ['Cần Đước', 'Đức Hòa'] });
    expect(stepOf(opened, 1, '*')).toEqual({ do: 'open all', ids: ['Đức Hòa'] });
    expect(stepOf(opened, 2, '*')).toEqual({ do: 'open all', ids: [] });
  });

  it('follows the line at Enter, and does nothing of its own otherwise', () => {
    expect(stepOf(closed, 1, 'Enter')).toMatchObject({ do: 'follow', line: { key: 'Cần Đước' } });
    expect(stepOf(closed, 1, 'x')).toBeNull();
  });
});

describe('typing', () => {
  const lines = listLines(known(shape, ['tinh', 'Cần Đước', 'Đức Hòa']));
  const find = (from: number, typed: string) => lines[findTyped(lines, from, typed, (id) => id)]?.key;

  it('jumps to the next name with a word that begins so, without marks', () => {
    expect(find(0, 'd')).toBe('Cần Đước');
    expect(find(1, 'd')).toBe('Đức Hòa');
    expect(find(5, 'duc h')).toBe('Đức Hòa');
  });

  it('stays while the same word goes on, and begins again from the top', () => {
    expect(find(4, 'du')).toBe('Đức Hòa');
    expect(find(5, 'xa h')).toBe('xã hai');
    expect(find(0, 'không có')).toBeUndefined();
  });
});

it('the bars of a level share the largest value of the level', () => {
  const values: Record<string, number> = { tinh: 60, 'Cần Đước': 40, 'Đức Hòa': 20, 'xã một': 7, 'xã ba': 20 };
  const valueOf = (id: string) => values[id] ?? 0;
  const whole = known(shape, []).below;
  expect(levelScales('tinh', whole, valueOf)).toEqual([60, 40, 20]);
  const part = new Map([['tinh', whole.get('tinh')!]]);
  const path = new Map([...part, ['Cần Đước', whole.get('Cần Đước')!]]);
  expect(levelScales('tinh', path, valueOf, levelScales('tinh', part, valueOf))).toEqual([60, 40, 7]);
  expect(levelScales('tinh', part, valueOf, [60, 40, 20])).toEqual([60, 40, 20]);
});
