import { graphql } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { DeadlineFields } from './DeadlineText.tsx';
import { StateChipFields } from './StateChip.tsx';
import { TimelineFields } from './timeline-document.ts';

/** What is needed to record a step: whose it is, where it stands, and what can come next. */
export const StepFields = graphql(
  `
    fragment StepFields on Candidacy {
      ...StateChipFields
      id
      version
      state
      lastStepOn
      exemptInCell
      person { id fullName birthDate }
      unit { id code name }
      deadline { ...DeadlineFields }
      steps {
        step
        leadsTo
        by
        unit { id name }
        facts
        optionalFacts
        removalGrounds
        warnings
        isAwaited
        viewerCan
        viewerCannotBecause
        possibleFrom
      }
    }
  `,
  [StateChipFields, DeadlineFields],
);

/** The whole file of a candidacy: what a change gives back, so that every page that shows it is right at once. */
export const FileFields = graphql(
  `
    fragment FileFields on Candidacy {
      ...StepFields
      stage
      beganOn
      committeeProposes
      certificateOn
      certificateUsableUntil
      fileOpenedOn
      cellProposedOn
      admissionDecidedOn
      decisionReceivedOn
      ceremonyOn
      probationEndsOn
      recognitionDecidedOn
      officialOn
      papersThere
      papersNeeded
      viewerCanKeepFile
      viewerCannotKeepFileBecause
      person { id state admissionDecidedOn ceremonyOn officialOn recognitionDecidedOn leftOn ...TimelineFields }
      decider { id name }
      papers {
        kind
        form
        step
        state
        needed
        there
        takesFile
        papers {
          id
          version
          isThere
          madeOn
          number
          body
          conclusion
          reference
          recordedAt
          recordedBy
          formerVersions { version isThere madeOn number body conclusion reference recordedAt recordedBy }
          files { id name bytes }
          viewerCanAttach
          viewerCannotAttachBecause
        }
      }
      participants(now: false) { id version kind name isOrganisation from until endedBy together togetherSince lastingMark }
    }
  `,
  [StepFields, TimelineFields],
);

export const StepQuery = graphql(
  `
    query CandidacyStep($candidacy: ID!) {
      viewer { ...IdentityFields today }
      candidacy(id: $candidacy) { ...StepFields }
    }
  `,
  [IdentityFields, StepFields],
);

export const ChangedFields = graphql(
  `
    fragment ChangedFields on CandidacyChanged {
      stepId
      candidacy { ...FileFields }
    }
  `,
  [FileFields],
);

export const RefusedFields = graphql(
  `
    fragment RefusedFields on CandidacyRefused {
      code
      field
      message(language: $language)
      people { id fullName birthDate state unit { id name } }
      current { ...FileFields }
    }
  `,
  [FileFields],
);

export const RecordStep = graphql(
  `
    mutation RecordStep($input: RecordStepInput!, $language: Language!) {
      change: recordStep(input: $input) {
        __typename
        ...ChangedFields
        ...RefusedFields
      }
    }
  `,
  [ChangedFields, RefusedFields],
);

/** Where it was the taking up that is undone, the person has no way after it. */
export const UndoStep = graphql(
  `
    mutation UndoStep($input: UndoStepInput!, $language: Language!) {
      change: undoStep(input: $input) {
        __typename
        ...ChangedFields
        ...RefusedFields
        ... on CandidacyChanged {
          candidacy { person { id viewerCanTakeUp viewerCannotTakeUpBecause candidacy { id } } }
        }
      }
    }
  `,
  [ChangedFields, RefusedFields],
);

export const RecordPaper = graphql(
  `
    mutation RecordPaper($input: RecordPaperInput!, $language: Language!) {
      change: recordPaper(input: $input) {
        __typename
        ...ChangedFields
        ...RefusedFields
      }
    }
  `,
  [ChangedFields, RefusedFields],
);

export const ChangePaper = graphql(
  `
    mutation ChangePaper($input: ChangePaperInput!, $language: Language!) {
      change: changePaper(input: $input) {
        __typename
        ...ChangedFields
        ...RefusedFields
      }
    }
  `,
  [ChangedFields, RefusedFields],
);

export const RemoveFile = graphql(
  `
    mutation RemoveFile($input: RemoveFileInput!, $language: Language!) {
      change: removeFile(input: $input) {
        __typename
        ...ChangedFields
        ...RefusedFields
      }
    }
  `,
  [ChangedFields, RefusedFields],
);

export const NameParticipant = graphql(
  `
    mutation NameParticipant($input: NameParticipantInput!, $language: Language!) {
      change: nameParticipant(input: $input) {
        __typename
        ...ChangedFields
        ...RefusedFields
      }
    }
  `,
  [ChangedFields, RefusedFields],
);

export const DismissParticipant = graphql(
  `
    mutation DismissParticipant($input: DismissParticipantInput!, $language: Language!) {
      change: dismissParticipant(input: $input) {
        __typename
        ...ChangedFields
        ...RefusedFields
      }
    }
  `,
  [ChangedFields, RefusedFields],
);

export const AddCandidate = graphql(
  `
    mutation AddCandidate($input: AddCandidateInput!, $language: Language!) {
      change: addCandidate(input: $input) {
        __typename
        ...ChangedFields
        ...RefusedFields
      }
    }
  `,
  [ChangedFields, RefusedFields],
);
