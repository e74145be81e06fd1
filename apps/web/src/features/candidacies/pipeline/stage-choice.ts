import { stages, type Stage } from '@banyan/schema/lifecycle';
import type { PipelineSearch } from './pipeline-search.ts';

/** How the stages are written in addresses. */
export const stageSlugs = {
  SOURCES: 'nguon',
  AWARENESS_CLASS: 'lop',
  FILE: 'ho-so',
  APPROVAL: 'trinh-duyet',
  CEREMONY: 'cho-le',
  PROBATION: 'du-bi',
  OFFICIAL: 'chinh-thuc',
  CLOSED: 'da-dung',
} as const satisfies Record<Stage, string>;

/** How an address asks for all stages, those behind too. */
export const allStages = 'tat-ca';

/** Whether those at a stage are on the way: not yet official, and not stopped. */
export function isOnTheWay(stage: Stage): boolean {
  return stage !== 'OFFICIAL' && stage !== 'CLOSED';
}

export const stagesOnTheWay: readonly Stage[] = stages.filter(isOnTheWay);

/** The one stage that an address names; null where it names none. */
export function readStage(slug: string | undefined): Stage | null {
  return stages.find((stage) => stageSlugs[stage] === slug) ?? null;
}

/** The stages that an address asks for; null for all. */
export function readStages(slug: string | undefined): readonly Stage[] | null {
  if (slug === allStages) return null;
  const stage = readStage(slug);
  return stage === null ? stagesOnTheWay : [stage];
}

/** Whether an address narrows the list by anything but the unit and the stage. */
export function isNarrowed({ tim, 'qua-han': overdue }: PipelineSearch): boolean {
  return (tim ?? '').trim() !== '' || overdue === '1';
}
