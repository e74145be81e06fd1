import { writePeriod } from '@banyan/schema/period';
import { useMemo } from 'react';
import { useQuery, type CombinedError } from 'urql';
import { readFragment, type ResultOf } from '../../shared/graphql/graphql.ts';
import { useLast } from '../../shared/graphql/use-last.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { chooseScope, treeDay, type ScopeChoice } from '../../shared/period/scope-choice.ts';
import { usePeriodHint } from '../scope/index.ts';
import { UnitPageFields, UnitPageQuery } from './unit-document.ts';
import type { UnitSearch } from './unit-search.ts';

export type UnitPageData = ResultOf<typeof UnitPageFields>;

/** What the questions of the page ask with. */
export interface UnitQuestion {
  readonly period: string;
  readonly asOf: string | null;
  readonly treeDay: string | null;
}

export interface UnitPageState {
  readonly choice: ScopeChoice | null;
  /** Undefined while the first answer is on its way, null where there is no such unit. */
  readonly shown: { readonly unit: UnitPageData; readonly question: UnitQuestion } | null | undefined;
  readonly ownUnitId: string | undefined;
  readonly busy: boolean;
  readonly error: CombinedError | undefined;
  readonly retry: () => void;
}

/** Asks for the unit of the address and keeps what is shown until the next answer is there. */
export function useUnitPage(code: string, { ky, ngay }: UnitSearch): UnitPageState {
  const { language } = usePrinting();
  const { hint, learn, error: firstError } = usePeriodHint();
  const choice = useMemo(() => (hint === null ? null : chooseScope({ ky, ngay }, hint)), [ky, ngay, hint]);
  const question = useMemo(
    () => (choice === null ? { period: '2000', asOf: null, treeDay: null } : { period: writePeriod(choice.period), asOf: choice.asOf, treeDay: treeDay(choice) }),
    [choice],
  );
  const [{ data, fetching, stale, error }, execute] = useQuery({
    query: UnitPageQuery,
    pause: choice === null,
    variables: { code, language, ...question },
  });
  const viewer = learn(data?.viewer);
  const unit = readFragment(UnitPageFields, data?.unit);
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
