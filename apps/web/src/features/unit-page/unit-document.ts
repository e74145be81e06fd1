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

/** Their admissions of five years: they come after the figures and never delay them. */
export const UnitChildrenYearsQuery = graphql(
  `
    query UnitChildrenYears($unit: ID!, $y1: Period!, $y2: Period!, $y3: Period!, $y4: Period!, $y5: Period!, $asOf: Date, $treeDay: Date) {
      viewer { ...IdentityFields }
      unit(id: $unit) {
        id
        children(asOf: $treeDay, first: 500) {
          nodes {
            id
            y1: rollup(period: $y1, asOf: $asOf) { admitted { value } }
            y2: rollup(period: $y2, asOf: $asOf) { admitted { value } }
            y3: rollup(period: $y3, asOf: $asOf) { admitted { value } }
            y4: rollup(period: $y4, asOf: $asOf) { admitted { value } }
            y5: rollup(period: $y5, asOf: $asOf) { admitted { value } }
          }
        }
      }
    }
  `,
  [IdentityFields],
);

/** The members of a unit and of all below it, a page of them. */
export const UnitPeopleQuery = graphql(
  `
    query UnitPeople($filter: PersonFilter!, $orderBy: PersonOrder!, $first: Int!, $after: String) {
      viewer { ...IdentityFields }
      people(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
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
