import { writePeriod } from '@banyan/schema/period';
import { useMemo } from 'react';
import type { CombinedError, UseQueryExecute, UseQueryState } from 'urql';
import type { FragmentOf } from '../../shared/graphql/graphql.ts';
import { useLast } from '../../shared/graphql/use-last.ts';
import type { PeriodHint } from '../../shared/period/period-hint.ts';
import { chooseScope, treeDay, type ScopeChoice, type ScopeSearch } from '../../shared/period/scope-choice.ts';
import type { ViewerFields } from '../access/index.ts';
import { usePeriodHint } from './use-period-hint.ts';

/** What the questions of a page ask with. */
export interface ScopeQuestion {
  /** Period, in the grammar of the API. */
  readonly period: string;
  /** Day up to which facts count; null for today. */
  readonly asOf: string | null;
  /** Day of which the tree is shown; null for today. */
  readonly treeDay: string | null;
}

/** A unit together with the choices that its answer is for. */
export interface Answered<Unit, Choice extends ScopeChoice = ScopeChoice> {
  readonly unit: Unit;
  readonly choice: Choice;
  readonly question: ScopeQuestion;
}

/** What a page about one unit shows. */
export interface PageState<Unit, Choice extends ScopeChoice = ScopeChoice> {
  /** What the address asks for now; it runs ahead of what is shown. Null until the day and the role of the viewer are known. */
  readonly choice: Choice | null;
  /** Undefined while the first answer is on its way, null where there is no such unit. */
  readonly shown: Answered<Unit, Choice> | null | undefined;
  /** The unit of the viewer's grant. */
  readonly ownUnitId: string | undefined;
  readonly busy: boolean;
  /** Why what is asked for is not shown. */
  readonly error: CombinedError | undefined;
  /** Whether what is shown is what is asked for, and could not be updated. */
  readonly outdated: boolean;
  readonly retry: () => void;
}

/** Stands in until the viewer is known, so that a question that waits can be written down. */
const nobody: PeriodHint = { today: '2000-12-31', role: 'OBSERVER' };

/** Decides what the address asks for. Nothing is asked before the viewer is known: `isKnown`. */
export function useScope({ ky, ngay }: ScopeSearch) {
  const { hint, learn, error } = usePeriodHint();
  const choice = useMemo(() => chooseScope({ ky, ngay }, hint ?? nobody), [ky, ngay, hint]);
  const question = useMemo((): ScopeQuestion => ({ period: writePeriod(choice.period), asOf: choice.asOf, treeDay: treeDay(choice) }), [choice]);
  return { isKnown: hint !== null, choice, question, learn, error };
}

interface PageAnswer<Unit, Choice extends ScopeChoice> {
  readonly scope: ReturnType<typeof useScope>;
  /** The choices of the page's own, beside those of the scope; it changes only where they do. */
  readonly choice: Choice;
  readonly query: readonly [UseQueryState<{ readonly viewer?: FragmentOf<typeof ViewerFields> | null }>, UseQueryExecute];
  /** The unit of the answer. */
  readonly unit: Unit | null | undefined;
}

/** What a page shows of its answers: the last whole one, until the next is there. */
export function usePageAnswer<Unit, Choice extends ScopeChoice>({ scope, choice, query, unit }: PageAnswer<Unit, Choice>): PageState<Unit, Choice> {
  const [{ data, fetching, stale, error }, execute] = query;
  const viewer = scope.learn(data?.viewer);
  const { isKnown, question } = scope;
  const busy = fetching || stale;
  // While an answer is on its way the cache gives what it has of it, which may be nothing: it is not shown.
  const isSettled = isKnown && !busy && Boolean(data?.viewer);
  const settled = useMemo(() => (isSettled ? (unit ? { unit, choice, question } : null) : undefined), [isSettled, unit, choice, question]);
  const shown = useLast(settled);
  const failure = busy ? undefined : (error ?? scope.error);
  const isCurrent = shown !== undefined && shown !== null && shown.question === question;
  return {
    choice: isKnown ? choice : null,
    shown,
    ownUnitId: viewer?.unit.id,
    busy,
    error: isCurrent ? undefined : failure,
    outdated: isCurrent && failure !== undefined,
    retry: () => execute({ requestPolicy: 'network-only' }),
  };
}
