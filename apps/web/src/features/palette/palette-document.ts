import { graphql } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';

/** Units by a part of their name or code, people by the beginnings of the words of their names: eight of each. */
export const PaletteQuery = graphql(
  `
    query Palette($search: String!, $people: Boolean!, $language: Language!) {
      viewer { ...IdentityFields }
      units(filter: { search: $search }, orderBy: RELEVANCE, first: 8) {
        totalCount
        nodes {
          id
          code
          name
          kind { code name(language: $language) }
          ancestors { id code name }
        }
      }
      people(filter: { search: $search }, first: 8) @include(if: $people) {
        totalCount
        nodes {
          id
          fullName
          birthDate
          ancestors { id code name }
        }
      }
    }
  `,
  [IdentityFields],
);
