import * as targets from '@banyan/schema/targets';
import { texts } from '@banyan/schema/texts';
import { enTargets as en } from '@banyan/schema/texts/en-targets';
import { enumOf } from './graphql-enums.ts';

/* The enums of targets, described in the words that both sides print. */

export const IndicatorEnum = enumOf('Indicator', 'What a target counts.', targets.indicators, (value) => en.indicators[value]);
export const TargetKindEnum = enumOf('TargetKind', 'How a target is put.', targets.targetKinds, (value) => en.kinds[value]);
export const TargetBaseEnum = enumOf('TargetBase', 'What a rate is taken of.', targets.targetBases, (value) => en.bases[value]);
export const TargetStateEnum = enumOf('TargetState', 'Where a target stands.', targets.targetStates, (value) => (value === 'ISSUED' ? 'In force.' : 'Closed with the result to the day on which its unit ended.'));
export const SumRuleEnum = enumOf('SumRule', 'How what is given to the units below adds up to the own target.', targets.sumRules, (value) => en.sumRules[value]);
export const AllocationOriginEnum = enumOf('AllocationOrigin', 'Why an allocation was made.', targets.allocationOrigins, (value) => (value === 'PUBLISHED' ? 'The unit published it.' : 'A unit below ended within the period.'));
export const AttainmentEnum = enumOf('Attainment', 'Whether a target is met.', targets.attainments, (value) => en.attainments[value]);
export const PaceEnum = enumOf('Pace', 'How a figure stands against the linear pace of its target.', targets.paces, (value) => en.paces[value]);
export const TargetStandingEnum = enumOf('TargetStanding', 'How a unit stands beside its target: met whatever the pace, or by its pace while the period runs.', targets.targetStandings, (value) => texts.EN.targetStandings[value]);
const whyNoProjection: Readonly<Record<targets.NoProjection, string>> = {
  PERIOD_OVER: 'The period is over, or the unit ended within it.',
  NO_END: 'A term whose end is not known, and whose usual five years are over.',
  NOTHING_ON_RECORD: 'Nothing is on record of the same months of earlier years.',
};
export const NoProjectionEnum = enumOf('NoProjection', 'Why nothing is projected.', targets.noProjections, (value) => whyNoProjection[value]);
export const GuidelineStandingEnum = enumOf('GuidelineStanding', 'How a year’s admissions stand beside the guideline.', targets.guidelineStandings, (value) => en.guideline[value]);
export const SplitWayEnum = enumOf('SplitWay', 'By what a total is divided over the units below.', targets.splitWays, (value) => en.splitWays[value]);
export const TargetRefusalCodeEnum = enumOf('TargetRefusalCode', 'Why a target or an allocation was not changed.', targets.targetRefusalCodes, (value) => en.refusals[value]);
