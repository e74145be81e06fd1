import type { Cell } from '../../shared/download/csv.ts';
import type { Messages } from '../../shared/messages/vi.ts';
import { isCompared, type ChildRow } from './child-row.ts';

/** The table of the units below as it is shown, with the codes of the units; the heading says of which period and what a rate is per cent of. */
export function childrenCells(rows: readonly ChildRow[], { m, periodLabel, baseLabel }: { m: Messages; periodLabel: string; baseLabel: string }): Cell[][] {
  const compared = isCompared(rows);
  const words = rows[0]?.against === 'TARGET' ? { ...m.children, ...m.childrenByTarget } : m.children;
  const hidden = (value: number | null): Cell => value ?? m.common.hidden;
  const heading = [
    m.children.code,
    m.children.unit,
    m.children.kind,
    `${m.children.admitted} (${periodLabel})`,
    m.children.members,
    m.children.rateHeader(baseLabel),
    ...(compared ? [words.before, words.difference, words.percent] : []),
  ];
  return [
    heading,
    ...rows.map(({ code, name, kindName, admitted, members, rate, rateHidden, before, difference, percent }) => [
      code, name, kindName, hidden(admitted), hidden(members), rateHidden ? m.common.hidden : rate,
      ...(compared ? [before, difference, percent] : []),
    ]),
  ];
}
