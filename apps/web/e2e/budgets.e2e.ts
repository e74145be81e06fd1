import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const dist = join(import.meta.dirname, '..', 'dist');
const kilobyte = 1000;

/** Everything that a page names in its head: it is fetched before anything is shown. */
function named(page: string, pattern: RegExp): string[] {
  const html = readFileSync(join(dist, page), 'utf8');
  return [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, path]) => path!).filter((path) => pattern.test(path));
}

const zipped = (path: string) => gzipSync(readFileSync(join(dist, path))).length;
const sum = (paths: readonly string[], size: (path: string) => number) => paths.reduce((total, path) => total + size(path), 0);

test('the application starts with 210 kB of script at most', () => {
  expect(sum(named('index.html', /\.js$/), zipped)).toBeLessThanOrEqual(210 * kilobyte);
});

test('the application needs 18 kB of style at most', () => {
  expect(sum(named('index.html', /\.css$/), zipped)).toBeLessThanOrEqual(18 * kilobyte);
});

test('two fonts of 52 kB together serve every text', () => {
  const fonts = named('index.html', /\.woff2$/);
  expect(fonts).toHaveLength(2);
  expect(sum(fonts, (path) => statSync(join(dist, path)).size)).toBeLessThanOrEqual(52 * kilobyte);
});

test('the sign-in page needs no script of the application', () => {
  const scripts = named('sign-in.html', /\.js$/);
  expect(sum(scripts, zipped)).toBeLessThanOrEqual(8 * kilobyte);
});

test('English comes only when it is wanted', () => {
  const english = readdirSync(join(dist, 'assets')).filter((name) => /^en-.*\.js$/.test(name));
  expect(english.length).toBeGreaterThanOrEqual(2);
  // The words of the way to membership are the longest list: no page carries them in both languages.
  expect(english.filter((name) => name.startsWith('en-lifecycle-'))).toHaveLength(1);
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  expect(english.filter((name) => html.includes(name))).toEqual([]);
});

test('no page carries a style, a handler, or a script that the content policy does not know', () => {
  for (const page of ['index.html', 'sign-in.html', 'explorer.html']) {
    const html = readFileSync(join(dist, page), 'utf8');
    expect(html.match(/<script(?![^>]*\bsrc=)[^>]*>/g) ?? []).toEqual(page === 'sign-in.html' ? ['<script nonce="__CSP_NONCE__">'] : []);
    expect(html).not.toMatch(/<style|\sstyle=|\son[a-z]+=/);
  }
});

test('each further page adds 45 kB of script at most', () => {
  const known = new Set(named('index.html', /\.js$/));
  const own = readdirSync(join(dist, 'assets')).filter((name) => /\.lazy-.*\.js$/.test(name));
  expect(own.length).toBeGreaterThanOrEqual(2);
  for (const page of own) {
    const wanted = new Set<string>();
    const collect = (name: string) => {
      const path = `/assets/${name}`;
      if (known.has(path) || wanted.has(path)) return;
      wanted.add(path);
      for (const [, inner] of readFileSync(join(dist, path), 'utf8').matchAll(/from\s*["'`]\.\/([^"'`]+\.js)["'`]/g)) collect(inner!);
    };
    collect(page);
    expect(sum([...wanted], zipped), page).toBeLessThanOrEqual(45 * kilobyte);
  }
});
