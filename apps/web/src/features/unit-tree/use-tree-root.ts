import { writePeriod } from '@banyan/schema/period';
import { useMemo } from 'react';
import { useQuery, type CombinedError } from 'urql';
import { readFragment, type ResultOf } from '../../shared/graphql/graphql.ts';
import { useLast } from '../../shared/graphql/use-last.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { chooseScope, treeDay, type ScopeChoice, type ScopeSearch } from '../../shared/period/scope-choice.ts';
import { usePeriodHint } from '../scope/index.ts';
import { TreeQuery, TreeRoot } from './tree-documents.ts';

export type TreeRootData = ResultOf<typeof TreeRoot>;

/** What every question of the page asks with. */
export interface TreeQuestion {
  readonly period: string;
  readonly asOf: string | null;
  readonly treeDay: string | null;
}

export interface TreeRootState {
  readonly choice: ScopeChoice | null;
  /** Undefined while the first answer is on its way, null where there is no such unit. */
  readonly shown: { readonly unit: TreeRootData; readonly question: TreeQuestion } | null | undefined;
  readonly ownUnitId: string | undefined;
  readonly busy: boolean;
  readonly error: CombinedError | undefined;
  readonly retry: () => void;
}

/** Asks for the unit of the address and keeps what is shown until the next answer is there. */
export function useTreeRoot(search: ScopeSearch): TreeRootState {
  const { language } = usePrinting();
  const { hint, learn, error: firstError } = usePeriodHint();
  const choice = useMemo(() => (hint === null ? null : chooseScope(search, hint)), [search, hint]);
  const code = search['don-vi'] ?? null;
  const period = choice === null ? '2000' : writePeriod(choice.period);
  const asOf = choice?.asOf ?? null;
  const day = choice === null ? null : treeDay(choice);
  const question = useMemo(() => ({ period, asOf, treeDay: day }), [period, asOf, day]);
  const [{ data, fetching, stale, error }, execute] = useQuery({
    query: TreeQuery,
    pause: choice === null,
    variables: { code, own: code === null, language, ...question },
  });
  const viewer = learn(data?.viewer);
  const unit = readFragment(TreeRoot, code === null ? data?.viewer?.unit : data?.unit);
  const busy = fetching || stale;
  const isSettled = !busy && Boolean(data?.viewer) && choice !== null;
  const settled = useMemo(() => (isSettled ? (unit ? { unit, question } : null) : undefined), [isSettled, unit, question]);
  return {
    choice,
    shown: useLast(settled),
    ownUnitId: viewer?.unit.id,
    busy,
    error: error ?? firstError,
    retry: () => execute({ requestPolicy: 'network-only' }),
  };
}
