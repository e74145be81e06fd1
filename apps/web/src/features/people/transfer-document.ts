import { graphql, type ResultOf } from '../../shared/graphql/graphql.ts';
import { DeadlineFields } from './DeadlineText.tsx';

/** What every list says of a letter of transfer. */
export const LetterFields = graphql(
  `
    fragment LetterFields on Transfer {
      id
      version
      kind
      state
      personName
      birthDate
      fromName
      destination
      letterNumber
      issuedOn
      issuedBy
      dueOn
      isOverdue
      movedOn
      until
      isTermOver
      startDueOn
      claimUntil
      acceptedOn
      acceptedBy
      cancelReason
      endedOn
      person { id }
      fromUnit { id name parent { id name } }
      toUnit { id name parent { id name } }
      presentation { ...DeadlineFields }
      start { ...DeadlineFields }
      viewerCanAccept
      viewerCannotAcceptBecause
      viewerCanCancel
      viewerCannotCancelBecause
      viewerCanEnd
      viewerCannotEndBecause
    }
  `,
  [DeadlineFields],
);
export type Letter = ResultOf<typeof LetterFields>;

/** What the page of a person says of transfers: the letters, and what can be issued. */
export const PersonLettersFields = graphql(
  `
    fragment PersonLettersFields on Person {
      id
      fullName
      state
      unit { id code name }
      transfers { ...LetterFields }
      transferOptions { reach issuer { id name } viewerCan viewerCannotBecause }
    }
  `,
  [LetterFields],
);

/** Under which conditions somebody whose membership ended becomes a candidate again. */
export const BeginAgainFields = graphql(`
  fragment BeginAgainFields on Candidacy {
    id
    version
    state
    lastStepOn
    beginAgain { possibleFrom months isReadmission convictionMonths needsHardship source viewerCan viewerCannotBecause }
  }
`);
