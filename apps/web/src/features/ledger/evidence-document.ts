import type { Measure } from '@banyan/schema/enums';
import { visit } from 'graphql';
import { graphql } from '../../shared/graphql/graphql.ts';
import { IdentityFields } from '../../shared/graphql/identity.ts';
import { EvidenceRowFields } from './EvidenceRow.tsx';
import { measureFields } from './measure-fields.ts';

/** The list behind a figure, written for admissions; `evidenceQuery` asks the same of any other measure. */
export const AdmittedEvidence = graphql(
  `
    query Evidence(
      $unit: ID!
      $period: Period!
      $asOf: Date
      $dimension: Dimension
      $key: String
      $sliced: Boolean!
      $slicedBy: Dimension!
      $language: Language!
      $first: Int!
      $after: String
    ) {
      viewer { ...IdentityFields }
      unit(id: $unit) {
        id
        rollup(period: $period, asOf: $asOf) {
          figure: admitted {
            value
            hidden
            by(dimension: $slicedBy) @include(if: $sliced) {
              slices { key label(language: $language) value }
            }
            evidence(dimension: $dimension, key: $key, first: $first, after: $after) {
              totalCount
              sum
              withheld
              pageInfo { hasNextPage endCursor }
              nodes { ...EvidenceRowFields }
            }
          }
        }
      }
    }
  `,
  [IdentityFields, EvidenceRowFields],
);

const written = new Map<Measure, typeof AdmittedEvidence>();

/** The same document for another measure: only the name of the figure's field differs, the answer has one shape. */
export function evidenceQuery(measure: Measure): typeof AdmittedEvidence {
  const known = written.get(measure);
  if (known !== undefined) return known;
  const document = visit(AdmittedEvidence, {
    Field: (field) =>
      field.alias?.value === 'figure'
        ? { ...field, name: { ...field.name, value: measureFields[measure] } }
        : undefined,
  });
  written.set(measure, document);
  return document;
}
