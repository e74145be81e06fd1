import type { ObstacleStanding, ReminderStanding } from '@banyan/schema/records';
import type { ScopeSearch } from '../../../shared/period/scope-choice.ts';
import { keepKnown } from '../../../shared/url/known-search.ts';

/** What the address of follow-up says. Period and day belong to the other pages: they go along and mean nothing here. */
export interface FollowUpSearch extends ScopeSearch {
  /** Part of the page: see `followUpTabs`; the first where it is left out. */
  readonly xem?: string | undefined;
  /** Which of the list: `qua-han` or `xong`; those that are open where it is left out. */
  readonly loc?: string | undefined;
  /** What is shown beside the list; `moi` for one that is entered. */
  readonly muc?: string | undefined;
  /** Keys that the address had and that mean nothing here. Never written back. */
  readonly unknownKeys?: readonly string[] | undefined;
}

/** Keeps what the page understands and names what it does not. */
export function readFollowUpSearch(search: Readonly<Record<string, unknown>>): FollowUpSearch {
  return keepKnown(search, ['don-vi', 'ky', 'ngay', 'xem', 'loc', 'muc']);
}

/** The parts of the page, as addresses name them. */
export const followUpTabs = ['vuong-mac', 'don-doc', 'kiem-tra'] as const;
export type FollowUpTab = (typeof followUpTabs)[number];

/** The part that an address names; the first where it names none. */
export function readFollowUpTab(text: string | undefined): FollowUpTab {
  return followUpTabs.find((tab) => tab === text) ?? 'vuong-mac';
}

/** How a part of a list is written in addresses, and in the words of the API. */
export const obstacleSlugs: readonly (readonly [slug: string | undefined, standing: ObstacleStanding])[] = [[undefined, 'OPEN'], ['qua-han', 'OVERDUE'], ['xong', 'RESOLVED']];
export const reminderSlugs: readonly (readonly [slug: string | undefined, standing: ReminderStanding])[] = [[undefined, 'WAITING'], ['qua-han', 'OVERDUE'], ['xong', 'ANSWERED']];

/** The standing that an address names; the first where it names none. */
export function standingOf<S>(slugs: readonly (readonly [slug: string | undefined, standing: S])[], text: string | undefined, first: S): S {
  return slugs.find(([slug]) => slug === text)?.[1] ?? first;
}
