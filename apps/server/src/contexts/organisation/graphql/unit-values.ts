import { encodeId } from '../../../kernel/ids.ts';
import { encodeCursor, type Cursor, type Page } from '../../../kernel/connection.ts';
import type { Unit, UnitKind, UnitStub } from '../domain/unit.ts';
import { UnitType } from './unit-types.ts';

/** A unit as its resolvers pass it on: the row, with the opaque id. */
export class UnitValue {
  readonly unit: Unit;
  readonly code: string;
  readonly kind: UnitKind;
  readonly tier: UnitKind['tier'];
  readonly foundedOn: string;
  readonly closedOn: string | null;
  readonly lastDataOn: string | null;

  constructor(unit: Unit) {
    this.unit = unit;
    this.code = unit.code;
    this.kind = unit.kind;
    this.tier = unit.kind.tier;
    this.foundedOn = unit.foundedOn;
    this.closedOn = unit.closedOn;
    this.lastDataOn = unit.lastDataOn;
  }

  get id(): string {
    return encodeId('Unit', this.unit.id);
  }
}

export function unitValue(unit: Unit): UnitValue {
  return new UnitValue(unit);
}

/** A unit where the schema promises a type above it: told by its class which of them it is. */
export function unitNode(unit: Unit): UnitType {
  const value = unitValue(unit);
  return Object.assign(new UnitType(), value, { id: value.id });
}

/** A stub as the API shows it. */
export function stubValue(stub: UnitStub) {
  return { id: encodeId('Unit', stub.id), code: stub.code, name: stub.name, kind: stub.kind, tier: stub.kind.tier };
}

class Edge<V> {
  readonly node: V;
  private readonly place: Cursor;

  constructor(node: V, place: Cursor) {
    this.node = node;
    this.place = place;
  }

  get cursor(): string {
    return encodeCursor(this.place);
  }
}

/** A page in the shape of a Relay connection. Cursors are written where they are asked for. */
export function connectionOf<T, V>(page: Page<T>, value: (row: T) => V) {
  const edges = page.rows.map(({ row, cursor }) => new Edge(value(row), cursor));
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
