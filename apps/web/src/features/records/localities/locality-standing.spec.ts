import { expect, test } from 'vitest';
import { standingOfLocality } from './locality-standing.ts';

test.each([
  ['no cell', {}, { standing: 'WITHOUT_CELL', since: null }],
  ['a shared cell', { sharedCellSince: '2016-01-01' }, { standing: 'SHARED_CELL', since: '2016-01-01' }],
  ['a cell of its own after one that it shared', { sharedCellSince: '2016-01-01', ownCellSince: '2020-01-01' }, { standing: 'OWN_CELL', since: '2020-01-01' }],
  ['an end, whatever it had', { ownCellSince: '2016-01-01', endedOn: '2024-01-01' }, { standing: 'ENDED', since: '2024-01-01' }],
])('a hamlet with %s stands so', (_, days, expected) => {
  expect(standingOfLocality({ endedOn: null, ownCellSince: null, sharedCellSince: null, ...days })).toEqual(expected);
});
