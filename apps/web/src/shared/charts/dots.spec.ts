import { describe, expect, it } from 'vitest';
import { dotRadius, layOutDots, type DotValue } from './dot-geometry.ts';

const size = { width: 600, left: 10, right: 20, letter: 8, line: 20 };
const dot = (key: string, value: number, more: Partial<DotValue> = {}): DotValue => ({ key, name: key, value, named: false, chosen: false, ...more });

describe('dots on a scale', () => {
  it('stand where their values are, from zero to a round number', () => {
    const { dots, ticks } = layOutDots([dot('a', 0), dot('b', 100)], null, size);
    expect(dots.map(({ x }) => x)).toEqual([10, 580]);
    expect(ticks[0]).toEqual({ value: 0, x: 10 });
  });

  it('cover none of two hundred others', () => {
    const { dots } = layOutDots(Array.from({ length: 200 }, (_, index) => dot(`d${index}`, (index * 37) % 90)), null, { ...size, width: 1200 });
    const apart = dots.flatMap((one, index) => dots.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y)));
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(dotRadius);
  });

  it('stay inside the picture, though all values are equal', () => {
    const { dots, axis } = layOutDots(Array.from({ length: 200 }, (_, index) => dot(`d${index}`, 3)), null, size);
    expect(Math.min(...dots.map(({ y }) => y))).toBeGreaterThan(0);
    expect(axis).toBeLessThan(200);
  });

  it('name the chosen without one name over another', () => {
    const chosen = ['Đảng bộ huyện Cần Đước', 'Đảng bộ huyện Cần Giuộc', 'Đảng bộ huyện Bến Lức'].map((name, index) => dot(name, 50 + index, { name, named: true, chosen: true }));
    const { labels } = layOutDots([...chosen, dot('rest', 90)], null, size);
    const boxes = labels.map(({ left, y, text }) => ({ left, right: left + text.length * size.letter, y }));
    for (const [index, one] of boxes.entries()) {
      expect(one.left).toBeGreaterThanOrEqual(0);
      expect(one.right).toBeLessThanOrEqual(size.width);
      for (const other of boxes.slice(index + 1)) expect(one.y !== other.y || one.right < other.left || other.right < one.left).toBe(true);
    }
  });

  it('leave a line of its own for the middle', () => {
    const values = [dot('a', 10, { named: true }), dot('b', 20), dot('c', 40)];
    const { median, labels } = layOutDots(values, { value: 20, text: 'Trung vị 20' }, size);
    expect(median?.y).toBeLessThan(labels[0]?.y ?? 0);
  });
});
