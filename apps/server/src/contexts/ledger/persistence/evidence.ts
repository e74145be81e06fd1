import type { Cursor } from '../../../kernel/connection.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { EntryMeasure } from '../domain/measure.ts';
import type { Basis, SliceFilter } from '../domain/question.ts';
import { entrySource } from './entry-source.ts';

/** A subject whose entries under a figure do not cancel. */
export interface EvidenceRow {
  readonly subjectKind: 'PERSON' | 'UNIT';
  readonly subjectId: string;
  readonly delta: number;
  readonly unitId: string;
  readonly entryIds: string[];
  readonly occurredOn: Day;
}

export interface EvidencePage {
  readonly rows: EvidenceRow[];
  readonly totalCount: number;
  readonly sum: number;
  /** People that the reader may not see: outside the scope by now, or closed to the role. */
  readonly withheld: number;
}

interface Row {
  subject_kind: 'PERSON' | 'UNIT';
  subject_id: string;
  delta: number;
  unit_id: string;
  entry_ids: string[];
  occurred_on: string;
  total: string;
  sum: string;
  withheld: string;
}

/**
 * The subjects behind a figure, the latest first: those whose deltas do not sum to 0. Their deltas sum to the figure.
 * Reads one row more than asked.
 */
export async function listEvidence(
  scope: Scope,
  basis: Basis,
  figure: { unitId: string; measures: readonly EntryMeasure[]; after: Day | null; upTo: Day; where: readonly SliceFilter[] },
  page: { first: number; cursor: Cursor | null },
): Promise<EvidencePage> {
  const values: unknown[] = [figure.unitId, [...figure.measures], figure.upTo, scope.lo, scope.hi];
  const source = entrySource(basis, { where: figure.where, dimension: null }, values);
  values.push(figure.after, page.cursor?.[0] ?? null, page.cursor?.[1] ?? null, page.first + 1);
  const at = values.length - 4;
  const rows = await scope.query<Row>(
    `with q as materialized (
       select u.id as unit_id, $2::text[] as measures, $3::date as up_to from unit u where u.id = $1 and u.lo between $4 and $5
     ), subject as materialized (
       select e.subject_kind, e.subject_id, sum(e.delta)::int as delta, array_agg(e.id order by e.occurred_on, e.recorded_at, e.id) as entry_ids,
         (array_agg(e.unit_id order by e.occurred_on desc, e.delta desc, e.id desc))[1] as unit_id, max(e.occurred_on) as occurred_on
       from q ${source.joins}
       where ${source.conditions} and ($${at + 1}::date is null or e.occurred_on > $${at + 1}::date)
       group by e.subject_kind, e.subject_id having sum(e.delta) <> 0
     ), whole as (
       select count(*) as total, coalesce(sum(delta), 0) as sum,
         count(*) filter (where subject_kind = 'PERSON' and not exists (
           select from person p where p.id = subject_id and p.position + 0 between $4 and $5)) as withheld
       from subject
     )
     select subject.*, whole.total, whole.sum, whole.withheld
     from whole left join lateral (
       select * from subject
       where $${at + 2}::date is null or (occurred_on, subject_id) < ($${at + 2}::date, $${at + 3}::uuid)
       order by occurred_on desc, subject_id desc limit $${at + 4}
     ) subject on true
     order by subject.occurred_on desc, subject.subject_id desc`,
    values,
  );
  return {
    rows: rows.flatMap((row) =>
      row.subject_id === null
        ? []
        : [
            {
              subjectKind: row.subject_kind,
              subjectId: row.subject_id,
              delta: row.delta,
              unitId: row.unit_id,
              entryIds: row.entry_ids,
              occurredOn: row.occurred_on,
            },
          ],
    ),
    totalCount: Number(rows[0]?.total ?? 0),
    sum: Number(rows[0]?.sum ?? 0),
    withheld: Number(rows[0]?.withheld ?? 0),
  };
}

/** An entry as it is shown under a figure. */
export interface EntryRow {
  readonly id: string;
  readonly unitId: string;
  readonly occurredOn: Day;
  readonly recordedAt: Date;
  readonly measure: EntryMeasure;
  readonly delta: number;
}

/** Entries of the scope by id. */
export async function findEntriesById(scope: Scope, ids: readonly string[]): Promise<Map<string, EntryRow>> {
  const rows = await scope.query<{ id: string; unit_id: string; occurred_on: string; recorded_at: Date; measure: EntryMeasure; delta: number }>(
    `select id, unit_id, occurred_on, recorded_at, measure, delta from entry
     where id = any ($1::uuid[]) and (position_then + 0 between $2 and $3 or position_now + 0 between $2 and $3)`,
    [ids, scope.lo, scope.hi],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      { id: row.id, unitId: row.unit_id, occurredOn: row.occurred_on, recordedAt: row.recorded_at, measure: row.measure, delta: row.delta },
    ]),
  );
}
