import type { Scope } from '../../../platform/scope.ts';
import type { UnitKind } from '../domain/unit.ts';
import { kindColumns, kindOf, type KindColumns } from './unit-row.ts';

/** All kinds of all configurations. */
export async function listKinds(scope: Scope): Promise<UnitKind[]> {
  const rows = await scope.query<KindColumns>(
    `select ${kindColumns} from unit_kind k join tier_label l on l.configuration = k.configuration and l.tier = k.tier order by 1, 2`,
  );
  return rows.map(kindOf);
}
