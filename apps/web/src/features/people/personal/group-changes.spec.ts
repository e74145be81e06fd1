import { expect, it } from 'vitest';
import { groupChanges } from './group-changes.ts';

const age = { dimension: 'AGE_BAND', before: 'AGE_18_30', after: 'AGE_41_50', count: 1, since: null } as const;

it('says once what several measures have in common, what happened before what stands', () => {
  const grouped = groupChanges([{ ...age, measure: 'OFFICIAL_MEMBERS' }, { ...age, measure: 'ADMITTED' }, { ...age, dimension: 'GENDER', before: 'F', after: 'M', measure: 'ADMITTED' }]);
  expect(grouped.map(({ dimension, those }) => [dimension, those.map(({ measure }) => measure)])).toEqual([
    ['AGE_BAND', ['ADMITTED', 'OFFICIAL_MEMBERS']],
    ['GENDER', ['ADMITTED']],
  ]);
});
