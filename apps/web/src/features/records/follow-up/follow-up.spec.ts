import { expect, test } from 'vitest';
import { obstacleSlugs, readFollowUpSearch, readFollowUpTab, reminderSlugs, standingOf } from './follow-up-search.ts';

test('an address says which part is shown, and which of it', () => {
  const search = readFollowUpSearch({ xem: 'don-doc', loc: 'xong', muc: 'moi' });
  expect([readFollowUpTab(search.xem), standingOf(reminderSlugs, search.loc, 'WAITING'), standingOf(obstacleSlugs, 'qua-han', 'OPEN')]).toEqual(['don-doc', 'ANSWERED', 'OVERDUE']);
});

test('what an address says that means nothing shows the first part', () => {
  const search = readFollowUpSearch({ xem: 'la', loc: 'la', la: 1 });
  expect(search.unknownKeys).toEqual(['la']);
  expect([readFollowUpTab(search.xem), standingOf(obstacleSlugs, search.loc, 'OPEN')]).toEqual(['vuong-mac', 'OPEN']);
});
