import { graphql } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { ViewerFields } from '../access/index.ts';
import { ScopeUnit } from '../scope/index.ts';
import { ComparedFigures } from './measures.ts';

export const ComparedUnit = graphql(
  `
    fragment ComparedUnit on Unit {
      id
      code
      name
      kind { code name(language: $language) }
      rollup(period: $period, asOf: $asOf) { ...ComparedFigures }
    }
  `,
  [ComparedFigures],
);

export const ComparisonUnit = graphql(
  `
    fragment ComparisonUnit on Unit {
      ...ScopeUnit
      ...ComparedUnit
      id
      code
      name
      rollup(period: $period, asOf: $asOf) { period { from to complete label(language: $language) } }
      children(asOf: $treeDay, first: 500) { nodes { ...ComparedUnit } }
    }
  `,
  [ScopeUnit, ComparedUnit],
);

/** The page's unit with all units below: choosing among them asks nothing more. */
export const ComparisonQuery = graphql(
  `
    query ComparisonPage($code: String, $own: Boolean!, $period: Period!, $asOf: Date, $treeDay: Date, $language: Language!) {
      viewer {
        ...ViewerFields
        own: unit @include(if: $own) { ...ComparisonUnit }
      }
      unit(code: $code) @skip(if: $own) { ...ComparisonUnit }
    }
  `,
  [ViewerFields, ComparisonUnit],
);

/** Units from elsewhere in the tree, in one request. */
export const ElsewhereQuery = graphql(
  `
    query ComparisonElsewhere(
      $a: String!, $b: String!, $c: String!, $d: String!, $e: String!, $f: String!
      $hasB: Boolean!, $hasC: Boolean!, $hasD: Boolean!, $hasE: Boolean!, $hasF: Boolean!
      $period: Period!, $asOf: Date, $language: Language!
    ) {
      viewer { ...IdentityFields }
      a: unit(code: $a) { ...ComparedUnit }
      b: unit(code: $b) @include(if: $hasB) { ...ComparedUnit }
      c: unit(code: $c) @include(if: $hasC) { ...ComparedUnit }
      d: unit(code: $d) @include(if: $hasD) { ...ComparedUnit }
      e: unit(code: $e) @include(if: $hasE) { ...ComparedUnit }
      f: unit(code: $f) @include(if: $hasF) { ...ComparedUnit }
    }
  `,
  [IdentityFields, ComparedUnit],
);

export const YearsOfUnit = graphql(
  `
    fragment YearsOfUnit on Unit {
      id
      code
      name
      y1: rollup(period: $y1, asOf: $asOf) { ...ComparedFigures }
      y2: rollup(period: $y2, asOf: $asOf) { ...ComparedFigures }
      y3: rollup(period: $y3, asOf: $asOf) { ...ComparedFigures }
      y4: rollup(period: $y4, asOf: $asOf) { ...ComparedFigures }
      y5: rollup(period: $y5, asOf: $asOf) { ...ComparedFigures }
    }
  `,
  [ComparedFigures],
);

/** Up to six units in five years each, in one request. */
export const YearsQuery = graphql(
  `
    query ComparisonYears(
      $a: String!, $b: String!, $c: String!, $d: String!, $e: String!, $f: String!
      $hasB: Boolean!, $hasC: Boolean!, $hasD: Boolean!, $hasE: Boolean!, $hasF: Boolean!
      $y1: Period!, $y2: Period!, $y3: Period!, $y4: Period!, $y5: Period!
      $asOf: Date, $language: Language!
    ) {
      viewer { ...IdentityFields }
      a: unit(code: $a) { ...YearsOfUnit }
      b: unit(code: $b) @include(if: $hasB) { ...YearsOfUnit }
      c: unit(code: $c) @include(if: $hasC) { ...YearsOfUnit }
      d: unit(code: $d) @include(if: $hasD) { ...YearsOfUnit }
      e: unit(code: $e) @include(if: $hasE) { ...YearsOfUnit }
      f: unit(code: $f) @include(if: $hasF) { ...YearsOfUnit }
    }
  `,
  [IdentityFields, YearsOfUnit],
);

/** The codes of up to six units as the variables of such a request; what is not there is not asked. */
export function codeVariables(codes: readonly string[]) {
  const [a = '', b = '', c = '', d = '', e = '', f = ''] = codes;
  return { a, b, c, d, e, f, hasB: b !== '', hasC: c !== '', hasD: d !== '', hasE: e !== '', hasF: f !== '' };
}
