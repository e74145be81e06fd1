import { createRequest, gql, type Operation, type UseQueryState } from 'urql';
import { expect, it } from 'vitest';
import { answerTo } from './answer-to.ts';

const query = gql`
  query Figure($unit: ID!, $period: String!, $asOf: String) {
    figure(unit: $unit, period: $period, asOf: $asOf)
  }
`;

type Variables = { readonly unit: string; readonly period: string; readonly asOf?: string | null | undefined };

/** What is handed out for a question, whatever was asked last. */
function stateOf(asked: Variables): UseQueryState<string, Variables> {
  const operation = { ...createRequest(query, asked), kind: 'query', context: {} } as unknown as Operation<string, Variables>;
  return { fetching: true, stale: false, hasNext: false, data: 'the figure', operation };
}

it.each<[Variables, string | undefined]>([
  [{ unit: 'a', period: '2023' }, 'the figure'],
  [{ period: '2023', unit: 'a', asOf: undefined }, 'the figure'],
  [{ unit: 'a', period: '2024' }, undefined],
  [{ unit: 'b', period: '2023' }, undefined],
  [{ unit: 'a', period: '2023', asOf: null }, undefined],
])('an answer is one to what was asked with it, and to nothing else: %j', (asked, expected) => {
  expect(answerTo(stateOf({ unit: 'a', period: '2023' }), asked)).toBe(expected);
});

it('before the first answer there is none', () => {
  expect(answerTo({ fetching: true, stale: false, hasNext: false }, { unit: 'a' })).toBeUndefined();
});
