import { graphql } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { ViewerFields } from '../access/index.ts';
import { ScopeUnit } from '../scope/index.ts';
import { UnitRowFields } from '../unit-tree/index.ts';

/** What a unit is and where it came from. */
export const UnitHistoryFields = graphql(`
  fragment UnitHistoryFields on Unit {
    foundedOn
    closedOn
    names { name from to }
    aliases
    parents { unit { id code name } from to }
    predecessors { unit { id code name } on }
    successors { unit { id code name } on }
    terms { ordinal label startsOn endsOn }
  }
`);

export const UnitPageFields = graphql(
  `
    fragment UnitPageFields on Unit {
      ...ScopeUnit
      ...UnitHistoryFields
      id
      code
      name
      foundedOn
      closedOn
      unitType(asOf: $treeDay)
      areas(asOf: $treeDay)
      counts(asOf: $treeDay) { children grassrootsOrganisations cells }
      rollup(period: $period, asOf: $asOf) {
        period { text label(language: $language) from to complete }
      }
    }
  `,
  [ScopeUnit, UnitHistoryFields],
);

export const UnitPageQuery = graphql(
  `
    query UnitPage($code: String!, $period: Period!, $asOf: Date, $treeDay: Date, $language: Language!) {
      viewer { ...ViewerFields }
      unit(code: $code) { ...UnitPageFields }
    }
  `,
  [ViewerFields, UnitPageFields],
);

/** The units directly below with their figures. */
export const UnitChildrenQuery = graphql(
  `
    query UnitChildren($unit: ID!, $period: Period!, $asOf: Date, $treeDay: Date, $language: Language!) {
      viewer { ...IdentityFields }
      unit(id: $unit) {
        id
        children(asOf: $treeDay, first: 500) {
          totalCount
          nodes { ...UnitRowFields }
        }
      }
    }
  `,
  [IdentityFields, UnitRowFields],
);

/** The members of a unit and of all below it, a page of them. */
export const UnitPeopleQuery = graphql(
  `
    query UnitPeople($filter: PersonFilter!, $orderBy: PersonOrder!, $after: String) {
      viewer { ...IdentityFields }
      people(filter: $filter, orderBy: $orderBy, first: 50, after: $after) {
        totalCount
        pageInfo { hasNextPage endCursor }
        nodes {
          id
          fullName
          birthDate
          state
          ceremonyOn
          officialOn
          unit { id code name }
        }
      }
    }
  `,
  [IdentityFields],
);
