import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

const tokens = new Map([...css.matchAll(/--([a-z0-9-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]));

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [tokens.get(one) ?? one, tokens.get(other) ?? other]
    .map(luminance)
    .toSorted((left, right) => left - right);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['surface', 'page'] as const;

describe('text', () => {
  const texts = ['ink', 'muted', 'placeholder', 'primary', 'primary-dark', 'identity', 'danger', 'behind', 'met'];

  it.each(texts.flatMap((text) => grounds.map((ground) => [text, ground])))('%s is read on %s', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['primary-dark', 'primary-soft'],
    ['danger', 'danger-soft'],
    ['behind', 'behind-soft'],
    ['#ffffff', 'primary'],
    ['#ffffff', 'primary-dark'],
    ['#ffffff', 'placeholder'],
    ['#ffffff', 'ink'],
    ['ink', 'step-1'],
    ['ink', 'step-2'],
    ['ink', 'step-3'],
    ['#ffffff', 'step-4'],
    ['#ffffff', 'step-5'],
  ])('%s is read on %s', (text, ground) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('marks and edges', () => {
  it.each(['primary', 'last-year', 'line-strong', 'part-1', 'part-3', 'part-5'])('%s stands out from white', (mark) => {
    expect(contrast(mark, 'surface')).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ['part-1', 'part-2'],
    ['part-2', 'part-3'],
    ['part-3', 'part-4'],
    ['part-4', 'part-5'],
  ])('%s is told from its neighbour %s without colour', (one, other) => {
    expect(contrast(one, other)).toBeGreaterThanOrEqual(1.8);
  });

  it.each([
    ['step-1', 'step-2'],
    ['step-2', 'step-3'],
    ['step-3', 'step-4'],
    ['step-4', 'step-5'],
  ])('%s is lighter than %s without colour', (one, other) => {
    expect(luminance(tokens.get(one) ?? '#000000')).toBeGreaterThan(luminance(tokens.get(other) ?? '#ffffff'));
    expect(contrast(one, other)).toBeGreaterThanOrEqual(1.25);
  });
});
