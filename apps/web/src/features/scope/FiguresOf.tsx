import type { ReactNode } from 'react';
import { FigureSourceContext } from '../../shared/charts/figure-source.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { CountedDays } from './ScopeHead.tsx';

interface FiguresOfProps {
  readonly unit: { readonly name: string; readonly rollup: { readonly period: CountedDays } };
  readonly children: ReactNode;
}

/** Every picture within says, where it leaves the page, of which unit and which days it is. */
export function FiguresOf({ unit, children }: FiguresOfProps) {
  const { m, f } = usePrinting();
  const { from, to } = unit.rollup.period;
  return <FigureSourceContext value={`${unit.name} · ${m.scope.between(f.date(from), f.date(to))}, ${m.scope.asItWas}`}>{children}</FigureSourceContext>;
}
