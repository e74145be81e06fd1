import type { StepWarning } from '@banyan/schema/lifecycle';
import { ageInMonths, fullYears } from './age.ts';
import type { RecordedStep } from './dossier.ts';
import type { Circumstances } from './judge-step.ts';
import type { RulePack } from './rule-pack.ts';

type Known = Pick<Circumstances, 'birthDate' | 'education' | 'youthUnion' | 'introducingOrganisations' | 'newMemberCertificateOn' | 'committeeDecides'>;

/** Whether an age is within so many months of a bound: it is counted by month, and whether the day counts is not settled (Regulation 24-QĐ/TW). */
function isNearBound(months: number, { ageWarningMonths, minimumAgeYears, consentAboveAgeYears }: RulePack): boolean {
  return [12 * minimumAgeYears, 12 * consentAboveAgeYears].some((bound) => Math.abs(months - bound) <= ageWarningMonths);
}

function warningsOfProposal(on: string, { birthDate, education, youthUnion, introducingOrganisations }: Known, pack: RulePack): StepWarning[] {
  const isByYouthUnion = introducingOrganisations.includes('YOUTH_UNION');
  const found: readonly (readonly [boolean, StepWarning])[] = [
    [isNearBound(ageInMonths(birthDate, on), pack), 'AGE_NEAR_BOUND'],
    [education === 'UNKNOWN', 'SCHOOLING_NOT_KNOWN'],
    [isByYouthUnion && youthUnion === 'UNKNOWN', 'YOUTH_UNION_NOT_KNOWN'],
    [isByYouthUnion && fullYears(birthDate, on) > pack.youthUnionYears, 'OVER_YOUTH_AGE'],
    [introducingOrganisations.includes('TRADE_UNION'), 'TRADE_UNION_INTRODUCES'],
  ];
  return found.flatMap(([holds, warning]) => (holds ? [warning] : []));
}

/** What a step leaves open of the rules of its time, in the order of the list. It is recorded all the same, and what it leaves open with it. */
export function warningsOf({ step, on, vote }: Pick<RecordedStep, 'step' | 'on' | 'vote'>, known: Known, pack: RulePack): StepWarning[] {
  switch (step) {
    case 'CELL_PROPOSED':
      return warningsOfProposal(on, known, pack);
    case 'RECOGNITION_PROPOSED':
      return known.newMemberCertificateOn === null || known.newMemberCertificateOn > on ? ['NEW_MEMBER_CERTIFICATE_MISSING'] : [];
    case 'ADMISSION_DECIDED':
    case 'RECOGNISED':
      return vote === null && !known.committeeDecides ? ['VOTE_NOT_RECORDED'] : [];
    default:
      return [];
  }
}
