import type { Scope } from '../../../platform/scope.ts';
import type { Unit, UnitStub } from '../domain/unit.ts';
import { kindsOf, type OfKind } from './unit-kinds.ts';

export interface StubRow extends OfKind {
  id: string;
  code: string;
  name: string;
}

export interface UnitRow extends StubRow {
  founded_on: string;
  closed_on: string | null;
  last_data_on: string | null;
}

/** The columns of a unit `u` that `unitsOf` needs. */
export const unitColumns = 'u.id, u.code, u.name, u.configuration, u.kind, u.founded_on, u.closed_on, u.last_data_on';

/** Makes stubs of rows. */
export async function stubsOf<Row extends StubRow>(scope: Scope, rows: readonly Row[]): Promise<UnitStub[]> {
  const kinds = await kindsOf(scope, rows);
  return rows.map((row) => ({ id: row.id, code: row.code, name: row.name, kind: kinds(row) }));
}

/** Makes units of rows. */
export async function unitsOf<Row extends UnitRow>(scope: Scope, rows: readonly Row[]): Promise<Unit[]> {
  const kinds = await kindsOf(scope, rows);
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    name: row.name,
    kind: kinds(row),
    foundedOn: row.founded_on,
    closedOn: row.closed_on,
    lastDataOn: row.last_data_on,
  }));
}
