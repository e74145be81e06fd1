import { encodeId } from '../../../kernel/ids.ts';
import type { Page } from '../../../kernel/connection.ts';
import type { Unit, UnitKind, UnitStub } from '../domain/unit.ts';

/** A unit as its resolvers pass it on: the row, with the opaque id. */
export interface UnitValue {
  readonly id: string;
  readonly code: string;
  readonly kind: UnitKind;
  readonly tier: Unit['kind']['tier'];
  readonly foundedOn: string;
  readonly closedOn: string | null;
  readonly lastDataOn: string | null;
  readonly unit: Unit;
}

export function unitValue(unit: Unit): UnitValue {
  return {
    id: encodeId('Unit', unit.id),
    code: unit.code,
    kind: unit.kind,
    tier: unit.kind.tier,
    foundedOn: unit.foundedOn,
    closedOn: unit.closedOn,
    lastDataOn: unit.lastDataOn,
    unit,
  };
}

/** A stub as the API shows it. */
export function stubValue(stub: UnitStub) {
  return { id: encodeId('Unit', stub.id), code: stub.code, name: stub.name, kind: stub.kind, tier: stub.kind.tier };
}

/** A page in the shape of a Relay connection. */
export function connectionOf<T, V>(page: Page<T>, value: (row: T) => V) {
  const edges = page.rows.map(({ row, cursor }) => ({ node: value(row), cursor }));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: page.hasNextPage,
      hasPreviousPage: page.hasPreviousPage,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: page.totalCount,
  };
}
