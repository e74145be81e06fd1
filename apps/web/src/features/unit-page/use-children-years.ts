import { useMemo } from 'react';
import { useQuery } from 'urql';
import type { YearValue } from '../../shared/charts/course-values.ts';
import { fiveYears } from '../../shared/period/five-years.ts';
import { answerTo } from '../../shared/graphql/answer-to.ts';
import type { ScopeChoice } from '../../shared/period/scope-choice.ts';
import type { ScopeQuestion } from '../scope/index.ts';
import { UnitChildrenYearsQuery } from './unit-document.ts';

/** The admissions of each unit below in the five years that end with that of the period, by id; empty until they come. Asked once the figures are there. */
export function useChildrenYears(unit: string, choice: ScopeChoice, { question: { asOf, treeDay }, wanted }: { question: ScopeQuestion; wanted: boolean }): ReadonlyMap<string, readonly YearValue[]> {
  const [y1, y2, y3, y4, y5] = fiveYears(choice);
  const variables = { unit, y1, y2, y3, y4, y5, asOf, treeDay };
  const [state] = useQuery({ query: UnitChildrenYearsQuery, pause: !wanted, variables });
  const data = answerTo(state, variables);
  return useMemo(() => {
    const nodes = data?.unit?.children.nodes ?? [];
    return new Map(
      nodes.map((node) => [
        node.id,
        [node.y1, node.y2, node.y3, node.y4, node.y5].map(({ admitted }, index) => ({ year: [y1, y2, y3, y4, y5][index] ?? '', value: admitted.value })),
      ]),
    );
  }, [data, y1, y2, y3, y4, y5]);
}
