import type { Scope } from '../../../platform/scope.ts';
import type { Kept, KeptType } from '../domain/kept.ts';
import { keptColumns } from './kept-columns.ts';

const tables: Record<KeptType, string> = { Document: 'document', Plan: 'plan', PlanItem: 'plan_item', Obstacle: 'obstacle', Inspection: 'inspection', Reminder: 'reminder', Locality: 'locality' };

/** Those of which the unit that made them has to be in the scope, to take them back. */
const fromAbove: ReadonlySet<KeptType> = new Set(['Inspection', 'Reminder']);

/** Whether a unit lies in the scope and is open, and whether it stands below the acting one. */
export async function findOpenUnit(scope: Scope, unitId: string): Promise<{ readonly isBelow: boolean } | null> {
  const [row] = await scope.query<{ isBelow: boolean }>(
    `select u.id <> $4::uuid as "isBelow" from unit u where u.id = $1 and u.lo between $2 and $3 and (u.closed_on is null or u.closed_on > app.today())`,
    [unitId, scope.lo, scope.hi, scope.actor.unitId],
  );
  return row ?? null;
}

/** A record of the scope, and whether the unit that made it lies there too. */
export async function findRecord(scope: Scope, type: KeptType, id: string): Promise<(Kept & { readonly isMaker: boolean }) | null> {
  const [row] = await scope.query<Kept & { readonly isMaker: boolean }>(
    `select ${keptColumns('r')}, ${fromAbove.has(type) ? 'r.by_position + 0 between $1 and $2' : 'true'} as "isMaker" from ${tables[type]} r where r.id = $3 and r.position + 0 between $1 and $2`,
    [scope.lo, scope.hi, id],
  );
  return row ?? null;
}

/** Takes back a record that stands as it was seen, for a reason: it stays, and says so. False where it has changed meanwhile. */
export async function takeBack(scope: Scope, type: KeptType, { id, version }: Pick<Kept, 'id' | 'version'>, reason: string): Promise<boolean> {
  const rows = await scope.query(
    `update ${tables[type]} set version = version + 1, taken_back_reason = $3, taken_back_by = $4 where id = $1 and version = $2 and taken_back_reason is null returning id`,
    [id, version, reason, scope.actor.displayName],
  );
  return rows.length > 0;
}
