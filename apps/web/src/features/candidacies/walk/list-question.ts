import type { MemberState } from '@banyan/schema/enums';
import { todoGroups, type CandidacyOrder, type TodoGroup } from '@banyan/schema/lifecycle';
import type { ListSearch } from '../../../shared/url/list-search.ts';
import { memberStates, readState } from '../../../shared/url/member-states.ts';
import { filterOf, orderOf, readAdmissionTab } from '../admissions/admission-tabs.ts';
import type { CandidacyFilter } from '../pipeline/use-stage-counts.ts';
import { readStages } from '../pipeline/stage-choice.ts';
import { groupSlugs } from '../../../shared/url/group-slugs.ts';

/** The list that a person's page was opened from, in the words of the API. */
export type ListQuestion =
  | { readonly list: 'CANDIDACIES'; readonly filter: CandidacyFilter; readonly orderBy: CandidacyOrder }
  | { readonly list: 'TODO'; readonly group: TodoGroup }
  | { readonly list: 'PEOPLE'; readonly filter: { readonly under: string | null; readonly search: string | null; readonly states: MemberState[] }; readonly orderBy: 'CEREMONY_DATE' | 'GIVEN_NAME' };

function textOf(search: ListSearch): string | null {
  const text = search.tim?.trim() ?? '';
  return text === '' ? null : text;
}

/** What an address asks for, of a unit (null for one's own) on a day; null where it names no list. */
export function listQuestion(search: ListSearch, under: string | null, today: string): ListQuestion | null {
  switch (search.ds) {
    case 'nguon': {
      const stages = readStages(search.buoc);
      const isOverdue = search['qua-han'] === '1' ? true : null;
      return { list: 'CANDIDACIES', filter: { under, search: textOf(search), isOverdue, stages: stages === null ? null : [...stages] }, orderBy: search.xep === 'han' ? 'DEADLINE' : 'GIVEN_NAME' };
    }
    case 'ket-nap': {
      const tab = readAdmissionTab(search.xem);
      return { list: 'CANDIDACIES', filter: { under, ...filterOf(tab, today) }, orderBy: orderOf(tab) };
    }
    case 'viec': {
      const group = todoGroups.find((known) => groupSlugs[known] === search.nhom);
      return group === undefined ? null : { list: 'TODO', group };
    }
    case 'dang-vien': {
      const state = readState(search['tinh-trang']);
      return { list: 'PEOPLE', filter: { under, search: textOf(search), states: state === null ? [...memberStates] : [state] }, orderBy: search.xep === 'ket-nap' ? 'CEREMONY_DATE' : 'GIVEN_NAME' };
    }
    default:
      return null;
  }
}
