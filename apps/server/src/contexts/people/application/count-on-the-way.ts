import type { Stage } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import { countStages } from '../persistence/candidacy-reads.ts';

const before: readonly Stage[] = ['SOURCES', 'AWARENESS_CLASS', 'FILE', 'APPROVAL', 'CEREMONY'];

/** How many people of the scope are on the way to membership and not admitted yet, how many of them are still sources, and of how many, up to recognition, a limit has run out. */
export async function countOnTheWay(scope: Scope, today: Day): Promise<{ readonly onTheWay: number; readonly sources: number; readonly overdue: number }> {
  const stages = await countStages(scope, { under: null, search: null, states: null, dueBefore: null, dueFrom: null }, today);
  const sum = (of: readonly Stage[]) => stages.filter(({ stage }) => of.includes(stage)).reduce((total, { count }) => total + count, 0);
  return { onTheWay: sum(before), sources: sum(['SOURCES']), overdue: stages.reduce((total, { overdue }) => total + overdue, 0) };
}
