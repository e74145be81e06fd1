import type { Tier } from '@banyan/schema/enums';
import type { Scope } from '../../../platform/scope.ts';
import type { UnitKind } from '../domain/unit.ts';

interface KindRow {
  configuration: string;
  code: string;
  name_vi: string;
  name_en: string;
  tier: Tier;
  tier_vi: string;
  tier_en: string;
  is_grassroots_organisation: boolean;
  holds_members: boolean;
}

/** What a row says of its kind. */
export interface OfKind {
  readonly configuration: string;
  readonly kind: string;
}

type Kinds = ReadonlyMap<string, UnitKind>;

function keyOf(configuration: string, code: string): string {
  return `${configuration} ${code}`;
}

async function readKinds(scope: Scope): Promise<Kinds> {
  const rows = await scope.query<KindRow>(
    `select k.configuration, k.code, k.name_vi, k.name_en, k.tier, l.name_vi as tier_vi, l.name_en as tier_en, k.is_grassroots_organisation, k.holds_members
     from unit_kind k join tier_label l on l.configuration = k.configuration and l.tier = k.tier`,
  );
  return new Map(
    rows.map((row) => [
      keyOf(row.configuration, row.code),
      {
        configuration: row.configuration,
        code: row.code,
        nameVi: row.name_vi,
        nameEn: row.name_en,
        tier: row.tier,
        tierLabelVi: row.tier_vi,
        tierLabelEn: row.tier_en,
        isGrassrootsOrganisation: row.is_grassroots_organisation,
        holdsMembers: row.holds_members,
      },
    ]),
  );
}

function isKinds(value: unknown): value is Kinds {
  return value instanceof Map;
}

/**
 * The kinds of some rows. Kinds are a catalogue that only migrations write: they are read at the first row of a kind that is not known
 * yet, and kept. Where several servers share a database, one that was started before another migrates keeps the old names of kinds.
 */
export async function kindsOf(scope: Scope, rows: readonly OfKind[]): Promise<(row: OfKind) => UnitKind> {
  const kept = scope.catalogue.get('unit kinds');
  let kinds: Kinds = isKinds(kept) ? kept : new Map();
  if (!rows.every((row) => kinds.has(keyOf(row.configuration, row.kind)))) {
    kinds = await readKinds(scope);
    scope.catalogue.set('unit kinds', kinds);
  }
  return ({ configuration, kind }) => {
    const known = kinds.get(keyOf(configuration, kind));
    if (!known) throw new Error(`kind ${kind} is not known`);
    return known;
  };
}
