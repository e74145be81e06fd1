export { EvidenceList, type EvidenceTarget } from './EvidenceList.tsx';
export { EvidenceAllowedContext, FigureLink, FigureUnitContext, useOverviewAddress } from './FigureLink.tsx';
export { countsPeople } from './measure-fields.ts';
export { isBehind, isJudged, StandingDifference, StandingSentence, standingTones, useStandingWord, type Judged } from './standing.tsx';
export { readTypedDate } from './period-dates.ts';
export { PeriodPicker } from './PeriodPicker.tsx';
