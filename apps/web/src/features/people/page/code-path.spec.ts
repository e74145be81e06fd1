import { generate } from 'lean-qr';
import { expect, test } from 'vitest';
import { codePath } from './code-path.ts';

test('each dark module is drawn once, and nothing else', () => {
  const code = generate('https://banyan.example/nguoi/UGVyc29uOjAxOTQ');
  const drawn = new Set<string>();
  for (const [, from, y, length] of codePath(code).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let x = Number(from); x < Number(from) + Number(length); x += 1) {
      expect(drawn.has(`${x} ${y}`)).toBe(false);
      drawn.add(`${x} ${y}`);
    }
  }
  for (let y = 0; y < code.size; y += 1) for (let x = 0; x < code.size; x += 1) expect(drawn.has(`${x} ${y}`), `${x} ${y}`).toBe(code.get(x, y));
  // The frame of the mark in the corner, by which a camera finds the code.
  expect(codePath(code)).toMatch(/^M0 0h7v1h-7z/);
});
