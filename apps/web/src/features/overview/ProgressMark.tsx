import { Bullet } from '../../shared/charts/Bullet.tsx';
import { mostPips } from '../../shared/charts/pip-geometry.ts';
import { Pips } from '../../shared/charts/Pips.tsx';
import { largest } from '../../shared/charts/scales.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { standingTones, type Judged } from '../ledger/index.ts';
import { useChildrenWords } from './against.ts';
import { changeWords } from './change-words.ts';
import type { ChildRow } from './child-row.ts';

/** A number of admissions and what it is held against. */
type Compared = Pick<ChildRow, 'admitted' | 'before' | 'standing' | 'pace' | 'against'>;

/** The end of the scale that admissions and what they are held against share. */
export function progressScale(rows: readonly Compared[]): number {
  return largest(rows.flatMap(({ admitted, before }) => [admitted, before]));
}

/** Whether all numbers of a scale are so small that they are drawn one by one. */
export function isCounted(max: number): boolean {
  return max <= mostPips;
}

/** The colour of a bar: of what is ahead the same as of what is level, the line says the rest. */
function toneOf(standing: Judged | null): 'behind' | 'level' | 'met' | 'grey' {
  const tone = standing === null ? 'unknown' : standingTones[standing];
  if (tone === 'behind' || tone === 'met') return tone;
  return tone === 'level' || tone === 'ahead' ? 'level' : 'grey';
}

/** Admissions against what they are held against: a square each where all numbers beside each other are small, else a bar with a line. */
export function ProgressMark({ row: { admitted, before, standing, pace, against }, max }: { row: Compared; max: number }) {
  const { m, f } = usePrinting();
  const words = useChildrenWords(against);
  const tone = toneOf(standing);
  if (!isCounted(max)) return <Bullet value={admitted} mark={before} pace={pace} max={max} tone={tone} />;
  const label =
    admitted === null
      ? m.common.hidden
      : before === null
        ? m.evidence.countPeople(f.integer(admitted))
        : words.againstBefore(f.integer(admitted), changeWords(admitted - before, m.overview, f.integer), f.integer(before));
  return <Pips value={admitted} of={before} tone={tone} label={label} />;
}
