import { expect, it } from 'vitest';
import { withoutStaleName } from './fetch-query.ts';

it.each([
  ['query Now { a }', 'Now', 'Now'],
  ['query Now($x: Int) { a }', 'Now', 'Now'],
  ['query Now { a } mutation Then { b }', 'Then', 'Then'],
  ['query Now { a }', 'Before', undefined],
  ['query Nowadays { a }', 'Now', undefined],
  ['{ a }', null, undefined],
])('of %s the name %s is sent as %s', (query, operationName, sent) => {
  expect(withoutStaleName({ query, operationName, variables: { x: 1 } })).toEqual({ query, variables: { x: 1 }, ...(sent === undefined ? {} : { operationName: sent }) });
});
