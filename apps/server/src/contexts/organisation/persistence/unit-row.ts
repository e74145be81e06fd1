import type { Tier } from '@banyan/schema/enums';
import type { Unit, UnitKind, UnitStub } from '../domain/unit.ts';

export interface KindColumns {
  configuration: string;
  kind_code: string;
  kind_name_vi: string;
  kind_name_en: string;
  tier: Tier;
  tier_vi: string;
  tier_en: string;
  is_grassroots_organisation: boolean;
  holds_members: boolean;
}

export interface StubRow extends KindColumns {
  id: string;
  code: string;
  name: string;
}

export interface UnitRow extends StubRow {
  founded_on: string;
  closed_on: string | null;
  last_data_on: string | null;
}

/** Columns of a kind, for a statement that joins `kindJoin`. */
export const kindColumns = `k.configuration, k.code as kind_code, k.name_vi as kind_name_vi, k.name_en as kind_name_en, k.tier,
  l.name_vi as tier_vi, l.name_en as tier_en, k.is_grassroots_organisation, k.holds_members`;

/** Joins the kind and the label of its tier to an alias that has configuration and kind. */
export function kindJoin(alias: string): string {
  return `join unit_kind k on k.configuration = ${alias}.configuration and k.code = ${alias}.kind
    join tier_label l on l.configuration = k.configuration and l.tier = k.tier`;
}

export const unitColumns = `u.id, u.code, u.name, u.founded_on, u.closed_on, u.last_data_on, ${kindColumns}`;

/** The kind of a row. */
export function kindOf(row: KindColumns): UnitKind {
  return {
    configuration: row.configuration,
    code: row.kind_code,
    nameVi: row.kind_name_vi,
    nameEn: row.kind_name_en,
    tier: row.tier,
    tierLabelVi: row.tier_vi,
    tierLabelEn: row.tier_en,
    isGrassrootsOrganisation: row.is_grassroots_organisation,
    holdsMembers: row.holds_members,
  };
}

export function stubOf(row: StubRow): UnitStub {
  return { id: row.id, code: row.code, name: row.name, kind: kindOf(row) };
}

export function unitOf(row: UnitRow): Unit {
  return { ...stubOf(row), foundedOn: row.founded_on, closedOn: row.closed_on, lastDataOn: row.last_data_on };
}
