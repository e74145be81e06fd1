import { useCallback } from 'react';
import { useClient } from 'urql';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { ResultOf } from '../../shared/graphql/graphql.ts';
import type { ScopeQuestion } from '../scope/index.ts';
import type { BelowPage } from './loaded-tree.ts';
import { UnitsBelowEachQuery, UnitsBelowQuery } from './tree-documents.ts';
import { batchLimits } from './tree-opening.ts';
import { readUnitRow } from './unit-row.ts';

function readPage({ id, children }: NonNullable<ResultOf<typeof UnitsBelowQuery>['unit']>): BelowPage {
  const next = children.pageInfo.hasNextPage ? children.pageInfo.endCursor : null;
  return { id, rows: children.nodes.map(readUnitRow), total: children.totalCount, next };
}

/** Asks for the next page of the units below one, or for the first page of those below each of several. What failed is not in the answer. */
export function useBelowRequest(question: ScopeQuestion) {
  const client = useClient();
  const { language } = usePrinting();
  return useCallback(
    async (ids: readonly string[], after: string | null): Promise<BelowPage[]> => {
      const [unit] = ids;
      if (unit !== undefined && ids.length === 1) {
        const { data } = await client.query(UnitsBelowQuery, { unit, after, language, ...question }).toPromise();
        return data?.unit ? [readPage(data.unit)] : [];
      }
      const { data } = await client.query(UnitsBelowEachQuery, { ids: [...ids], first: batchLimits.rowsEach, language, ...question }).toPromise();
      return data?.nodes.flatMap((node) => (node?.__typename === 'Unit' ? [readPage(node)] : [])) ?? [];
    },
    [client, language, question],
  );
}
