import { describe, expect, it } from 'vitest';
import { isOwnAddress, readViewName } from './saved-view.ts';

describe('the address of a view', () => {
  it.each(['/', '/tong-quan', '/tong-quan?don-vi=long-an&ky=2016-01-01/2018-10-19', '/don-vi/long-an.can-duoc', '/tong-quan?q=%C4%91', '/so-sanh?a=1,2'])(
    'is a page of ours: %s',
    (address) => expect(isOwnAddress(address)).toBe(true),
  );

  it.each([
    '',
    'tong-quan',
    '//host/tong-quan',
    '/\\host',
    '/.//host',
    '/a/..//host',
    '/%2e%2e//host',
    '/\t/host',
    '/%41',
    '/a//b',
    'https://host/tong-quan',
    'javascript:alert(1)',
    '/tong-quan#a',
    '/tong quan',
    '/đơn-vị',
    ' /tong-quan',
    `/${'a'.repeat(1_000)}`,
  ])('is nothing else: %j', (address) => expect(isOwnAddress(address)).toBe(false));

  it('may have 1,000 characters', () => {
    expect(isOwnAddress(`/${'a'.repeat(999)}`)).toBe(true);
  });
});

describe('the name of a view', () => {
  it.each(['\u3164', '\u2800', '\u115F', '\u034F', '\uFE0F', '\u{E0100}', '\uFFFF', '\uE000', '…', 'A\uFE0F'])('is something that can be read, not %j', (name) => {
    expect(readViewName(name)).toBeNull();
  });

  it('is kept composed and without spaces around it', () => {
    expect(readViewName(`  ${'Cần Đước'.normalize('NFD')} `)).toBe('Cần Đước');
  });

  it('counts characters as they are read, 80 at most', () => {
    expect(readViewName('Ế'.normalize('NFD').repeat(80))).toBe('Ế'.repeat(80));
    expect(readViewName('x'.repeat(81))).toBeNull();
    expect(readViewName('😀'.repeat(80))).toBe('😀'.repeat(80));
  });

  it.each(['', '   ', 'a\u0000b', 'a\nb', 'a\u202eb', 'a\u2066b', 'a\u200bb', 'a\u2028b', 'a\ud800b'])('is refused: %j', (name) =>
    expect(readViewName(name)).toBeNull());
});
