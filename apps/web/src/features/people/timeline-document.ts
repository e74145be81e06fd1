import { graphql, type ResultOf } from '../../shared/graphql/graphql.ts';

/** All that happened to a person: the lines of every way, the letters of transfer, and what was corrected. What a change gives back has it too. */
export const TimelineFields = graphql(`
  fragment TimelineFields on Person {
    id
    timeline {
      __typename
      ... on TimelineStep {
        id
        candidacy { id state isReadmission }
        step
        on
        dueOn
        isLate
        documentNumber
        certificateNumber
        provinceConsentNumber
        upperConsentNumber
        removalGround
        warnings
        receivedOn
        reason
        vote { base present inFavour }
        recordedBy
        recordedAt
        isUndone
        reverses
        viewerCanUndo
      }
      ... on TransferEvent {
        becomes
        on
        notedAt
        notedBy
        transfer { id kind fromName destination letterNumber cancelReason }
      }
      ... on Correction {
        id
        since
        correctedFor: reason
        recordedAt
        recordedBy
        changes { field }
      }
    }
  }
`);

export type TimelineEvent = ResultOf<typeof TimelineFields>['timeline'][number];
export type TimelineLine = Extract<TimelineEvent, { __typename: 'TimelineStep' }>;
export type LetterEvent = Extract<TimelineEvent, { __typename: 'TransferEvent' }>;
export type CorrectionEvent = Extract<TimelineEvent, { __typename: 'Correction' }>;

/** The lines of one way among all that happened. */
export function linesOf(events: readonly TimelineEvent[], candidacy: string): TimelineLine[] {
  return events.filter((event): event is TimelineLine => event.__typename === 'TimelineStep' && event.candidacy.id === candidacy);
}
