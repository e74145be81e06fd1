import { writePeriod } from '@banyan/schema/period';
import { useMemo } from 'react';
import { useQuery } from 'urql';
import { readFragment, type ResultOf } from '../../shared/graphql/graphql.ts';
import { answerTo } from '../../shared/graphql/answer-to.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { ScopeChoice } from '../../shared/period/scope-choice.ts';
import { useLast } from '../../shared/graphql/use-last.ts';
import { usePageAnswer, useScope, type Answered } from '../scope/index.ts';
import { codeVariables, ComparedUnit, ComparisonQuery, ComparisonUnit, ElsewhereQuery, YearsOfUnit, YearsQuery } from './comparison-document.ts';
import { readCodes, type ComparisonSearch } from './comparison-search.ts';
import { ComparedFigures, type Figures } from './measures.ts';
import { fiveYears } from '../../shared/period/five-years.ts';

/** A unit with its figures of the period. */
export interface Compared {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: { readonly code: string; readonly name: string };
  readonly figures: Figures;
}

/** The units at hand, with the choices that their figures answer. */
export interface ComparisonShown {
  readonly choice: ScopeChoice;
  readonly own: Compared;
  readonly children: readonly Compared[];
}

function compared(masked: Parameters<typeof readUnit>[0]): Compared {
  const { id, code, name, kind, rollup } = readUnit(masked);
  return { id, code, name, kind, figures: readFragment(ComparedFigures, rollup) };
}

function readUnit(masked: ResultOf<typeof ComparisonUnit>['children']['nodes'][number]) {
  return readFragment(ComparedUnit, masked);
}

/** The page's unit and all units below, in the period of the address. */
export function useComparison(search: ComparisonSearch) {
  const { language } = usePrinting();
  const scope = useScope(search);
  const code = search['don-vi'] ?? null;
  const query = useQuery({ query: ComparisonQuery, pause: !scope.isKnown, variables: { code, own: code === null, language, ...scope.question } });
  const { data } = query[0];
  return usePageAnswer({ scope, choice: scope.choice, query, unit: readFragment(ComparisonUnit, code === null ? data?.viewer?.own : data?.unit) });
}

/** What the comparison draws of its unit. */
export function readComparison({ choice, unit }: Answered<ResultOf<typeof ComparisonUnit>>): ComparisonShown {
  return { choice, own: compared(unit), children: unit.children.nodes.map(compared) };
}

/** The units that the address names, in its order; those that are not below the page's unit are asked for. */
export function useChosen(search: ComparisonSearch, { choice, own, children }: ComparisonShown) {
  const { language } = usePrinting();
  const codes = useMemo(() => readCodes(search.a), [search.a]);
  const near = useMemo(() => new Map([own, ...children].map((unit) => [unit.code, unit])), [own, children]);
  const far = codes.filter((code) => !near.has(code));
  const variables = { ...codeVariables(far), period: writePeriod(choice.period), asOf: choice.asOf, language };
  const [state, execute] = useQuery({ query: ElsewhereQuery, pause: far.length === 0, variables });
  const { error } = state;
  const data = answerTo(state, variables);
  const elsewhere = far.length === 0 ? [] : [data?.a, data?.b, data?.c, data?.d, data?.e, data?.f].flatMap((unit) => (unit ? [compared(unit)] : []));
  const known = new Map([...near, ...elsewhere.map((unit) => [unit.code, unit] as const)]);
  const busy = far.length > 0 && data === undefined && error === undefined;
  return {
    codes,
    busy,
    units: codes.flatMap((code) => known.get(code) ?? []),
    unknown: busy || error !== undefined ? [] : codes.filter((code) => !known.has(code)),
    error,
    retry: () => execute({ requestPolicy: 'network-only' }),
  };
}

/** A unit in several years. */
export interface UnitOverYears {
  readonly code: string;
  readonly name: string;
  readonly years: readonly { readonly year: string; readonly figures: Figures }[];
}

/** The units in the five years that end with that of the period. */
export function useYears(codes: readonly string[], choice: ScopeChoice) {
  const { language } = usePrinting();
  const [y1, y2, y3, y4, y5] = fiveYears(choice);
  const [{ data, fetching, stale, error }, execute] = useQuery({
    query: YearsQuery,
    pause: codes.length === 0,
    variables: { ...codeVariables(codes), y1, y2, y3, y4, y5, asOf: choice.asOf, language },
  });
  const busy = fetching || stale;
  const settled = useMemo(() => {
    if (data === undefined || busy) return undefined;
    return [data.a, data.b, data.c, data.d, data.e, data.f].flatMap((masked): UnitOverYears[] => {
      if (!masked) return [];
      const { code, name, ...unit } = readFragment(YearsOfUnit, masked);
      const years = [unit.y1, unit.y2, unit.y3, unit.y4, unit.y5].map((rollup, index) => ({
        year: [y1, y2, y3, y4, y5][index] ?? '',
        figures: readFragment(ComparedFigures, rollup),
      }));
      return [{ code, name, years }];
    });
  }, [data, busy, y1, y2, y3, y4, y5]);
  return { units: useLast(settled), busy, error, retry: () => execute({ requestPolicy: 'network-only' }) };
}
