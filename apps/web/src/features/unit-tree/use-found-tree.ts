import { useMemo } from 'react';
import { useQuery, type CombinedError } from 'urql';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { ScopeQuestion } from '../scope/index.ts';
import { treeOfHits, type FoundTree } from './tree-filter.ts';
import { UnitRowsQuery, UnitSearchQuery } from './tree-documents.ts';
import { readUnitRow, UnitRowFields, type UnitRow } from './unit-row.ts';

/** What a search has found, with the rows of the hits and of what leads to them. */
export interface Found {
  readonly tree: FoundTree;
  readonly rows: ReadonlyMap<string, UnitRow>;
  readonly total: number;
  readonly shown: number;
}

export interface FoundState {
  /** Null while nothing is searched for, undefined until the first answer. */
  readonly found: Found | null | undefined;
  readonly busy: boolean;
  readonly error: CombinedError | undefined;
  readonly retry: () => void;
}

/** The most that one question may name. */
const mostIds = 100;

/** Searches below a unit; what leads to a hit is there at once by its name, and its figures follow. */
export function useFoundTree(root: string, search: string, question: ScopeQuestion): FoundState {
  const { language } = usePrinting();
  const pause = search === '';
  const [{ data, fetching, error }, execute] = useQuery({
    query: UnitSearchQuery,
    pause,
    variables: { under: root, search, language, ...question },
  });
  const nodes = pause ? undefined : data?.units.nodes;
  const tree = useMemo(
    () => (nodes === undefined ? undefined : treeOfHits(root, nodes.map(({ id, ancestors }) => ({ id, ancestors: ancestors.map((above) => above.id) })))),
    [root, nodes],
  );
  const ids = useMemo(() => (tree?.between ?? []).slice(0, mostIds), [tree]);
  const [more] = useQuery({ query: UnitRowsQuery, pause: ids.length === 0, variables: { ids, language, ...question } });
  const figures = ids.length === 0 ? undefined : more.data?.nodes;
  const rows = useMemo(() => {
    const known = new Map<string, UnitRow>();
    for (const { ancestors } of nodes ?? []) {
      for (const { id, code, name, tier, kind } of ancestors) {
        known.set(id, { id, code, name, tier, kind: kind.code, kindName: kind.name, children: null, figures: null });
      }
    }
    for (const node of figures ?? []) {
      if (node?.__typename !== 'Unit') continue;
      const row = readUnitRow(node);
      known.set(row.id, row);
    }
    for (const node of nodes ?? []) {
      const { id } = readFragment(UnitRowFields, node);
      known.set(id, readUnitRow(node));
    }
    return known;
  }, [nodes, figures]);
  const total = data?.units.totalCount ?? 0;
  return {
    found: pause ? null : tree === undefined ? undefined : { tree, rows, total, shown: nodes?.length ?? 0 },
    busy: fetching,
    error,
    retry: () => execute({ requestPolicy: 'network-only' }),
  };
}
