import type { Dimension, Measure } from '@banyan/schema/enums';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';

/**
 * Which of the units may show a small count: its value is at least 5 and cannot be had from what else is shown.
 * Decided by the database from the root down, because it takes siblings outside the scope; only the answer comes out.
 */
export async function findPublished(
  scope: Scope,
  figure: { measure: Measure; dimension: Dimension | null; from: Day; to: Day },
  unitIds: readonly string[],
): Promise<Set<string>> {
  const rows = await scope.query<{ unit_id: string }>('select unit_id from app.published_units($1::uuid[], $2, $3, $4::date, $5::date) as unit_id', [
    unitIds,
    figure.measure,
    figure.dimension,
    figure.from,
    figure.to,
  ]);
  return new Set(rows.map((row) => row.unit_id));
}
