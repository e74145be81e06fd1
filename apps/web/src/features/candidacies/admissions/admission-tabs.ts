import type { CandidacyOrder, CandidacyState, Stage } from '@banyan/schema/lifecycle';
import { daysAfter, weeksAhead } from '../weeks/weeks.ts';

/** The parts of the page, as addresses name them. */
export const admissionTabs = ['cho-le', 'du-bi', 'qua-han', 'cong-nhan'] as const;
export type AdmissionTab = (typeof admissionTabs)[number];

/** The part that an address names; the first where it names none. */
export function readAdmissionTab(text: string | undefined): AdmissionTab {
  return admissionTabs.find((tab) => tab === text) ?? 'cho-le';
}

/** The stages whose limits the page is about. */
export const admissionStages = ['CEREMONY', 'PROBATION'] as const satisfies readonly Stage[];

/** Whom a part lists, in the words of the API. */
export interface TabFilter {
  readonly states?: CandidacyState[];
  readonly stages?: Stage[];
  readonly isOverdue?: boolean;
  readonly dueUntil?: string;
}

/** Who waits for recognition, or will. */
const inProbation: readonly CandidacyState[] = ['PROBATIONARY', 'RECOGNITION_PROPOSED', 'RECOGNITION_SUBMITTED'];

export function filterOf(tab: AdmissionTab, today: string): TabFilter {
  switch (tab) {
    case 'cho-le':
      return { states: ['ADMISSION_DECIDED'] };
    case 'du-bi':
      return { states: [...inProbation], dueUntil: daysAfter(today, weeksAhead * 7) };
    case 'qua-han':
      return { stages: [...admissionStages], isOverdue: true };
    case 'cong-nhan':
      return { states: ['OFFICIAL'] };
  }
}

/** Those who are recognised are looked up by name; everybody else by what is due first. */
export function orderOf(tab: AdmissionTab): CandidacyOrder {
  return tab === 'cong-nhan' ? 'GIVEN_NAME' : 'DEADLINE';
}
