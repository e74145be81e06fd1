import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = join(createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans/package.json'), '..');
const ranges: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(folder, 'unicode.json'), 'utf8'));

/** What the two files that the application ships can draw. */
const drawn = ['latin', 'vietnamese'].flatMap((name) => (ranges[name] ?? '').split(',')).map((range) => {
  const [from = '', to = from] = range.trim().replace('U+', '').split('-');
  return { from: Number.parseInt(from, 16), to: Number.parseInt(to, 16) };
});

const isDrawn = (letter: string) => drawn.some(({ from, to }) => letter.codePointAt(0)! >= from && letter.codePointAt(0)! <= to);

const texts = ['src/shared/messages', 'src/features/comparison/texts', 'src/features/people/texts', '../../packages/schema/src/texts'].flatMap((path) => {
  const at = join(import.meta.dirname, '..', path);
  return readdirSync(at).filter((name) => name.endsWith('.ts')).map((name) => [name, readFileSync(join(at, name), 'utf8')] as const);
});

describe('the fonts', () => {
  it('are two, with ranges that are known', () => {
    expect(drawn.length).toBeGreaterThan(10);
  });

  it.each(texts)('draw every letter of %s', (_name, text) => {
    expect([...new Set(text)].filter((letter) => letter > ' ' && !isDrawn(letter))).toEqual([]);
  });
});
