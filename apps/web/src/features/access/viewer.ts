import { graphql } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';

/** What the frame of every page needs to know about who is looking. Page queries carry it, so it costs no request. */
export const ViewerFields = graphql(
  `
    fragment ViewerFields on Viewer {
      ...IdentityFields
      account { id name displayName }
      grant { id }
      grants { id role unit { id code name } }
      role
      unit { id code name }
      today
    }
  `,
  [IdentityFields],
);

/** The viewer alone: the first question where nothing is known yet. */
export const ViewerQuery = graphql(
  `
    query Viewer {
      viewer { ...ViewerFields }
    }
  `,
  [ViewerFields],
);

export const SessionsQuery = graphql(
  `
    query Sessions {
      viewer {
        ...IdentityFields
        sessions { id createdAt lastSeenAt expiresAt network current }
      }
    }
  `,
  [IdentityFields],
);

/** When the present session ends. */
export const SessionEndQuery = graphql(
  `
    query SessionEnd {
      viewer {
        ...IdentityFields
        sessions { id expiresAt current }
      }
    }
  `,
  [IdentityFields],
);

export const EndSession = graphql(`
  mutation EndSession($session: ID!, $language: Language!) {
    endSession(session: $session) {
      __typename
      ... on EndSessionSucceeded { session }
      ... on EndSessionRefused { code message(language: $language) }
    }
  }
`);

export const SwitchGrant = graphql(
  `
    mutation SwitchGrant($grant: ID!, $language: Language!) {
      switchGrant(grant: $grant) {
        __typename
        ... on SwitchGrantSucceeded { viewer { ...IdentityFields role today } }
        ... on SwitchGrantRefused { code message(language: $language) }
      }
    }
  `,
  [IdentityFields],
);

export const SignOut = graphql(`
  mutation SignOut {
    signOut { __typename }
  }
`);

export const SignInAgain = graphql(
  `
    mutation SignInAgain($input: SignInInput!, $language: Language!) {
      signIn(input: $input) {
        __typename
        ... on SignInSucceeded { viewer { ...IdentityFields role today } }
        ... on SignInRefused { code message(language: $language) retryAfterSeconds }
      }
    }
  `,
  [IdentityFields],
);
