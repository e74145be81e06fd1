import { expect, test } from 'vitest';
import { listQuestion } from './list-question.ts';

test('a list that a page was opened from is asked for as it was there', () => {
  expect(listQuestion({ ds: 'nguon', buoc: 'ho-so', xep: 'han', tim: ' Mẩy ', 'qua-han': '1' }, 'u', '2026-11-26')).toEqual({ list: 'CANDIDACIES', filter: { under: 'u', search: 'Mẩy', isOverdue: true, stages: ['FILE'] }, orderBy: 'DEADLINE' });
  expect(listQuestion({ ds: 'ket-nap', xem: 'cong-nhan' }, null, '2026-11-26')).toEqual({ list: 'CANDIDACIES', filter: { under: null, states: ['OFFICIAL'] }, orderBy: 'GIVEN_NAME' });
  expect(listQuestion({ ds: 'viec', nhom: 'tuan-nay' }, null, '2026-11-26')).toEqual({ list: 'TODO', group: 'THIS_WEEK' });
  expect(listQuestion({ ds: 'dang-vien', 'tinh-trang': 'du-bi', xep: 'ket-nap' }, 'u', '2026-11-26')).toEqual({ list: 'PEOPLE', filter: { under: 'u', search: null, states: ['PROBATIONARY'] }, orderBy: 'CEREMONY_DATE' });
});

test('an address that names no list, or none that is known, asks for none', () => {
  for (const search of [{}, { ds: 'la' }, { ds: 'viec', nhom: 'constructor' }]) expect(listQuestion(search, null, '2026-11-26')).toBeNull();
});
