import { expect, test } from 'vitest';
import { roles, sumsAloneRoles } from '@banyan/schema/enums';
import { isAggregateOnly } from './policy.ts';

test('the roles that may read no person are those that screens ask for sums alone', () => {
  expect(roles.filter(isAggregateOnly)).toEqual([...sumsAloneRoles].toSorted((a, b) => roles.indexOf(a) - roles.indexOf(b)));
});
