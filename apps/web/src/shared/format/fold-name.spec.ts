import { expect, it } from 'vitest';
import { markMatch } from './fold-name.ts';

it.each([
  ['Đảng bộ huyện Đức Hòa', 'duc hoa', 'Đảng bộ huyện |Đức Hòa|'],
  ['Đảng bộ xã Đức Hòa Đông', 'Đức Hòa', 'Đảng bộ xã |Đức Hòa| Đông'],
  ['Đảng bộ xã Đức Hòa Đông', 'Đức Hòa'.normalize('NFD'), 'Đảng bộ xã |Đức Hòa| Đông'],
  ['Đảng bộ xã Đức Hòa'.normalize('NFD'), 'ĐỨC', 'Đảng bộ xã |Đức| Hòa'],
  ['Chi bộ 1', 'chi', '|Chi| bộ 1'],
  ['Chi bộ 1', 'khác', 'Chi bộ 1||'],
  ['Chi bộ 1', ' ', 'Chi bộ 1||'],
])('in %s the text %s is %s', (name, search, expected) => {
  const { before, match, after } = markMatch(name, search);
  expect([before, match, after].join('|').normalize('NFC')).toBe(expected);
});
