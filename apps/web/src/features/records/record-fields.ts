import { graphql, type ResultOf } from '../../shared/graphql/graphql.ts';

export const DocumentFields = graphql(`
  fragment DocumentFields on Document {
    id
    version
    kind
    number
    issuedOn
    title
    issuer
    isHandedDown
    warnings
    recordedBy
    recordedAt
    takenBackReason
    viewerCanChange
    unit { id code name }
    implements { id number issuedOn title }
  }
`);
export type DocumentData = ResultOf<typeof DocumentFields>;

/** What a target needs to be named. */
export const TargetName = graphql(`
  fragment TargetName on Target {
    id
    indicator
    slice { dimension key }
    period
    startsOn
    endsOn
    closedOn
    kind
    low
    high
  }
`);

export const PlanItemFields = graphql(
  `
    fragment PlanItemFields on PlanItem {
      id
      version
      period
      dueOn
      title
      responsible
      doneOn
      isOverdue
      takenBackReason
      viewerCanChange
      target { id ...TargetName unit { id code } progress { actual standing } }
      checks { doneOn note recordedBy recordedAt }
    }
  `,
  [TargetName],
);
export type PlanItemData = ResultOf<typeof PlanItemFields>;

export const PlanFields = graphql(
  `
    fragment PlanFields on Plan {
      id
      version
      year
      isHandedDown
      itemCount
      doneCount
      overdueCount
      recordedBy
      recordedAt
      viewerCanChange
      unit { id code name }
      document { id kind number issuedOn title }
      parent { id year unit { id name } }
      items { ...PlanItemFields }
    }
  `,
  [PlanItemFields],
);
export type PlanData = ResultOf<typeof PlanFields>;

export const ObstacleFields = graphql(`
  fragment ObstacleFields on Obstacle {
    id
    version
    title
    details
    ownerName
    raisedOn
    dueOn
    resolvedOn
    resolution
    resolvedBy
    isOverdue
    recordedBy
    recordedAt
    viewerCanChange
    unit { id code name }
  }
`);
export type ObstacleData = ResultOf<typeof ObstacleFields>;

export const ReminderFields = graphql(`
  fragment ReminderFields on Reminder {
    id
    version
    text
    on
    answerUntil
    reply
    repliedOn
    repliedBy
    isOverdue
    recordedBy
    recordedAt
    viewerCanChange
    viewerCanAnswer
    unit { id code name }
    by { id name }
  }
`);
export type ReminderData = ResultOf<typeof ReminderFields>;

export const InspectionFields = graphql(`
  fragment InspectionFields on Inspection {
    id
    version
    on
    title
    conclusion
    inspector
    recordedBy
    recordedAt
    viewerCanChange
    unit { id code name }
    by { id name }
    document { id number }
  }
`);
export type InspectionData = ResultOf<typeof InspectionFields>;

export const FollowUpFields = graphql(`
  fragment FollowUpFields on FollowUp {
    openObstacles
    overdueObstacles
    waitingReminders
    overdueReminders
    neverInspected
  }
`);
