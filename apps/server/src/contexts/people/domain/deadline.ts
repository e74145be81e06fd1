import type { DeadlineKind, DeadlineUnit, Step } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import { lastUsableDay } from './age.ts';
import { probationEndsOn, type Dossier } from './dossier.ts';
import { workingDaysOf, type RulePack } from './rule-pack.ts';
import { addWorkingDays, type WorkingCalendar } from './working-days.ts';

/** What has to be done next, from when it can be done, and by when. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly dueOn: Day;
  /** The day on which the time began to run. */
  readonly runsFrom: Day;
  readonly countedIn: DeadlineUnit;
}

/** The limit that runs for a dossier, or null where none does. Working days count from the day after; extensions add to them. */
export function deadlineOf(dossier: Dossier, pack: RulePack, calendar: WorkingCalendar): Deadline | null {
  const allowances = workingDaysOf(pack);
  const working = (kind: keyof typeof allowances, from: Day | null): Deadline | null => {
    if (from === null) return null;
    const allowed = allowances[kind] + (dossier.isExtended ? pack.extensionWorkingDays : 0);
    return { kind, dueOn: addWorkingDays(calendar, from, allowed), runsFrom: from, countedIn: 'WORKING_DAYS' };
  };
  const months = (kind: DeadlineKind, from: Day | null, count: number): Deadline | null =>
    from === null ? null : { kind, dueOn: lastUsableDay(from, count), runsFrom: from, countedIn: 'MONTHS' };
  switch (dossier.state) {
    case 'TRAINED':
      return months('CERTIFICATE_EXPIRES', dossier.certificateOn, pack.certificateMonths);
    case 'FILE_OPEN':
    case 'VERIFYING':
      return earlier(months('DOSSIER_AGES', dossier.fileOpenedOn, pack.dossierMonths), months('CERTIFICATE_EXPIRES', dossier.certificateOn, pack.certificateMonths));
    case 'CELL_PROPOSED':
    case 'GRASSROOTS_PROPOSED':
    case 'SUBMITTED':
    case 'RETURNED':
      return working('ADMISSION_DECISION', dossier.cellProposedOn);
    case 'ADMISSION_DECIDED':
      return working('CEREMONY', dossier.decisionReceivedOn ?? dossier.admissionDecidedOn);
    case 'PROBATIONARY':
      return working('RECOGNITION_PROPOSAL', probationEndsOn(dossier, pack));
    case 'RECOGNITION_PROPOSED':
    case 'RECOGNITION_SUBMITTED':
      return working('RECOGNITION_DECISION', dossier.recognitionProposedOn);
    default:
      return null;
  }
}

function earlier(one: Deadline | null, other: Deadline | null): Deadline | null {
  if (!one || !other) return one ?? other;
  return other.dueOn < one.dueOn ? other : one;
}

/** What is done in time, or late, by a step: other steps have no limit, as a death has none. */
const answers: Partial<Record<DeadlineKind, readonly Step[]>> = {
  CERTIFICATE_EXPIRES: ['CELL_PROPOSED'],
  DOSSIER_AGES: ['CELL_PROPOSED'],
  ADMISSION_DECISION: ['ADMISSION_DECIDED', 'REFUSED'],
  CEREMONY: ['CEREMONY_HELD'],
  RECOGNITION_PROPOSAL: ['RECOGNITION_PROPOSED', 'REMOVAL_PROPOSED'],
  RECOGNITION_DECISION: ['RECOGNISED'],
};

/** Last day on which a step would have been in time, under the limit that ran when it was taken; null where that limit is not about it. */
export function dueOnOf(step: Step, deadline: Deadline | null): Day | null {
  return deadline && answers[deadline.kind]?.includes(step) ? deadline.dueOn : null;
}
