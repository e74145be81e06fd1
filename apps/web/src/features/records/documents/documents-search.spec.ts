import { expect, test } from 'vitest';
import { documentFilterOf, readDocumentsSearch } from './documents-search.ts';

test('an address says which documents are listed', () => {
  const search = readDocumentsSearch({ tim: 'kết nạp', loai: 'nghi-quyet', nam: 2020, nguon: 'cap-tren', xep: 'so', 'da-rut': '1' });
  expect(documentFilterOf(search, 'u')).toEqual({ unit: 'u', kinds: ['RESOLUTION'], origin: 'ABOVE', year: 2020, search: 'kết nạp', withTakenBack: true, orderBy: 'NUMBER' });
});

test('what an address says that means nothing narrows nothing', () => {
  const search = readDocumentsSearch({ tim: 28, loai: 'la', nam: '20', nguon: 'x', xep: 'y', la: '1' });
  expect(search.unknownKeys).toEqual(['la']);
  expect(documentFilterOf(search, 'u')).toEqual({ unit: 'u', kinds: null, origin: null, year: null, search: '28', withTakenBack: false, orderBy: 'LATEST' });
});
