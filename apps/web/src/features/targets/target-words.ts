import { isRange, isRate, type TargetKind } from '@banyan/schema/targets';
import { parsePeriod } from '@banyan/schema/period';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { TargetData } from './target-documents.ts';
import { useTargetTexts } from './use-target-texts.ts';

/** What a target needs to be named. */
type Named = Pick<TargetData, 'indicator' | 'slice' | 'period' | 'startsOn'>;

/** Names of targets and their amounts, as every page says them. */
export function useTargetWords() {
  const { f, texts } = usePrinting();
  const { words } = useTargetTexts();
  const amount = ({ kind, low, high }: { readonly kind: TargetKind; readonly low: number; readonly high: number | null }): string => {
    const print = (value: number) => (isRate(kind) ? f.percent(value) : f.integer(value));
    if (isRange(kind) && high !== null) return `${print(low)} – ${print(high)}`;
    return kind === 'MINIMUM' || kind === 'RATE' ? `≥ ${print(low)}` : kind === 'REDUCE_TO' ? `≤ ${print(low)}` : print(low);
  };
  const name = ({ indicator, slice }: Named): string => {
    if (slice === null) return words.indicators[indicator];
    const labels: Readonly<Record<string, string>> = texts.slices[slice.dimension];
    return `${words.indicators[indicator]} (${(labels[slice.key] ?? slice.key).toLowerCase()})`;
  };
  const period = ({ period: text, startsOn }: Named): string => {
    const parts = parsePeriod(text);
    return parts === null ? text : f.period(parts, parts.form === 'TERM' ? startsOn.slice(0, 4) : undefined);
  };
  return { amount, name, period };
}
