import type { Dimension } from '@banyan/schema/enums';
import type { Indicator, TargetBase, TargetKind } from '@banyan/schema/targets';
import type { Day } from '../../../kernel/day.ts';
import type { TargetTerms } from '../domain/target.ts';

/** What a target counts, for whom and when: the same for all of its versions. */
export interface TargetKey {
  readonly indicator: Indicator;
  readonly slice: { readonly dimension: Dimension; readonly key: string } | null;
  /** The period as it is written. */
  readonly period: string;
  readonly startsOn: Day;
  /** Last day; null for an open term. */
  readonly endsOn: Day | null;
}

/** One version of a target: how much, since when and why. */
export interface TargetVersion {
  readonly number: number;
  readonly terms: TargetTerms;
  readonly allocationId: string | null;
  readonly documentId: string | null;
  readonly documentNumber: string | null;
  readonly issuedOn: Day;
  readonly reason: string | null;
  readonly note: string | null;
  readonly recordedAt: Date;
  readonly recorderName: string;
}

/** A target with the version that was in force when it was asked. */
export interface Target extends TargetKey {
  readonly id: string;
  readonly unitId: string;
  readonly issuerId: string;
  readonly parentId: string | null;
  readonly closedOn: Day | null;
  readonly closedResult: number | null;
  readonly current: TargetVersion;
}

/** As much of a target as a result is put beside: pages ask for hundreds. */
export interface PlainTarget extends Pick<Target, 'id' | 'unitId' | 'indicator' | 'slice' | 'startsOn' | 'endsOn' | 'closedOn' | 'closedResult'> {
  readonly terms: TargetTerms;
}

/** Columns of a version `v`, each a part of the row that `versionOf` takes. */
export const versionColumns = `v.number, v.kind, v.low::float8 as low, v.high::float8 as high, v.base, v.base_number, v.allocation_id, v.document_id, v.document_number,
  v.issued_on::text as issued_on, v.reason, v.note, v.recorded_at, v.recorder_name`;

/** Columns of a target `t` and its version `v`. */
export const targetColumns = `t.id, t.unit_id, t.issuer_id, t.parent_id, t.indicator, t.dimension, t.slice_key, t.period, t.starts_on::text as starts_on, t.ends_on::text as ends_on,
  t.closed_on::text as closed_on, t.closed_result, ${versionColumns}`;

export interface VersionRow {
  readonly number: number;
  readonly kind: TargetKind;
  readonly low: number;
  readonly high: number | null;
  readonly base: TargetBase | null;
  readonly base_number: number | null;
  readonly allocation_id: string | null;
  readonly document_id: string | null;
  readonly document_number: string | null;
  readonly issued_on: Day;
  readonly reason: string | null;
  readonly note: string | null;
  readonly recorded_at: Date;
  readonly recorder_name: string;
}

export interface TargetRow extends VersionRow {
  readonly id: string;
  readonly unit_id: string;
  readonly issuer_id: string;
  readonly parent_id: string | null;
  readonly indicator: Indicator;
  readonly dimension: Dimension | null;
  readonly slice_key: string | null;
  readonly period: string;
  readonly starts_on: Day;
  readonly ends_on: Day | null;
  readonly closed_on: Day | null;
  readonly closed_result: number | null;
}

/** A version out of its row. */
export function versionOf(row: VersionRow): TargetVersion {
  return {
    number: row.number,
    terms: { kind: row.kind, low: row.low, high: row.high, base: row.base, baseNumber: row.base_number },
    allocationId: row.allocation_id,
    documentId: row.document_id,
    documentNumber: row.document_number,
    issuedOn: row.issued_on,
    reason: row.reason,
    note: row.note,
    recordedAt: row.recorded_at,
    recorderName: row.recorder_name,
  };
}

/** A target out of its row. */
export function targetOf(row: TargetRow): Target {
  return {
    id: row.id,
    unitId: row.unit_id,
    issuerId: row.issuer_id,
    parentId: row.parent_id,
    indicator: row.indicator,
    slice: row.dimension !== null && row.slice_key !== null ? { dimension: row.dimension, key: row.slice_key } : null,
    period: row.period,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    closedOn: row.closed_on,
    closedResult: row.closed_result,
    current: versionOf(row),
  };
}
