import { graphql, type ResultOf } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';

/** The views that the viewer keeps under the acting grant. */
export const ViewsQuery = graphql(
  `
    query Views {
      viewer {
        ...IdentityFields
        views { id name address }
      }
    }
  `,
  [IdentityFields],
);

/** A view as the list shows it. */
export type SavedView = NonNullable<ResultOf<typeof ViewsQuery>['viewer']>['views'][number];

export const SaveView = graphql(`
  mutation SaveView($input: SaveViewInput!, $language: Language!) {
    saveView(input: $input) {
      __typename
      ... on SaveViewSucceeded { view { id name address } }
      ... on SaveViewRefused { code message(language: $language) }
    }
  }
`);

export const DeleteView = graphql(`
  mutation DeleteView($view: ID!, $language: Language!) {
    deleteView(view: $view) {
      __typename
      ... on DeleteViewSucceeded { view }
      ... on DeleteViewRefused { code message(language: $language) }
    }
  }
`);
