import type { Standing } from '@banyan/schema/enums';
import { Bullet } from '../../shared/charts/Bullet.tsx';
import { mostPips } from '../../shared/charts/pip-geometry.ts';
import { Pips } from '../../shared/charts/Pips.tsx';
import { largest } from '../../shared/charts/scales.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { changeWords } from './change-words.ts';
import type { ChildRow } from './child-row.ts';

/** A number of admissions and that of the same period of the year before. */
type Compared = Pick<ChildRow, 'admitted' | 'before' | 'standing'>;

/** The end of the scale that admissions and those of a year before share. */
export function progressScale(rows: readonly Compared[]): number {
  return largest(rows.flatMap(({ admitted, before }) => [admitted, before]));
}

/** Whether all numbers of a scale are so small that they are drawn one by one. */
export function isCounted(max: number): boolean {
  return max <= mostPips;
}

const tones = {
  FEWER: 'behind',
  SAME: 'level',
  MORE: 'level',
  NONE: 'grey',
  TOO_EARLY: 'grey',
  NOT_COMPARABLE: 'grey',
} as const satisfies Record<Standing, string>;

/** Admissions against those of a year before: a square each where all numbers beside each other are small, else a bar with a line. */
export function ProgressMark({ row: { admitted, before, standing }, max }: { row: Compared; max: number }) {
  const { m, f } = usePrinting();
  const tone = standing === null ? 'grey' : tones[standing];
  if (!isCounted(max)) return <Bullet value={admitted} mark={before} max={max} tone={tone} />;
  const label =
    admitted === null
      ? m.common.hidden
      : before === null
        ? m.evidence.countPeople(f.integer(admitted))
        : m.children.againstBefore(f.integer(admitted), changeWords(admitted - before, m.overview, f.integer), f.integer(before));
  return <Pips value={admitted} of={before} tone={tone} label={label} />;
}
