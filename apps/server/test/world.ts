import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { WriteTransaction } from '../src/platform/database.ts';
import type { BuiltServer, ServerOptions } from '../src/server.ts';
import { freshDatabase, type FreshDatabase } from './database.ts';
import { ask, dataOf, type Answer } from './worlds/ask.ts';
import { plusDays } from './worlds/days.ts';
import { loadWorld } from './worlds/load.ts';
import { credentialOf, secretOf } from './worlds/session.ts';
import { serve } from './worlds/shared-worlds.ts';
import type { Day, FactKind, Role, Slices, Step, World, WorldAccount, WorldPerson, WorldUnit } from './worlds/world-model.ts';

/*
 * A small world for one spec, told as a tree:
 *
 *   const longAn = province('long-an');
 *   const cell = longAn.district('can-duoc').commune('phuoc-van').cell('ap-1');
 *   const an = cell.member('An', '2020-01-01');
 *   longAn.account('board@long-an', 'BOARD');
 *   const world = await open(longAn);
 *   await world.ask('board@long-an', '{ viewer { role } }');
 */

const plainSlices: Slices = {
  GENDER: 'F', AGE_BAND: 'AGE_31_40', ETHNIC_MINORITY: 'NO', RELIGION: 'NO', YOUTH_UNION: 'NO', OCCUPATION: 'FARMER', ENTERPRISE_RELATION: 'NOT_APPLICABLE', EDUCATION: 'UPPER_SECONDARY',
};

interface Draft {
  readonly units: WorldUnit[];
  readonly people: WorldPerson[];
  readonly steps: Step[];
  readonly accounts: Map<string, WorldAccount>;
}

/** Somebody, and what happens to them; each fact is recorded the day after it. */
export class PersonBuilder {
  readonly id: string;
  private readonly draft: Draft;
  private readonly person: number;
  private readonly slices: Slices;
  private unit: number;

  constructor(draft: Draft, person: number, unit: number, slices: Slices) {
    this.draft = draft;
    this.person = person;
    this.unit = unit;
    this.slices = slices;
    this.id = draft.people[person]!.id;
  }

  happens(kind: FactKind, on: Day, options: { to?: UnitBuilder; recordedAt?: string; slices?: Partial<Slices> } = {}): this {
    const to = options.to?.index;
    const recordedAt = options.recordedAt ?? `${plusDays(on, 1)}T08:00:00.000Z`;
    this.draft.steps.push({ do: 'fact', kind, person: this.person, unit: this.unit, ...(to === undefined ? {} : { toUnit: to }), on, recordedAt, slices: { ...this.slices, ...options.slices } });
    if (to !== undefined) this.unit = to;
    return this;
  }
}

/** A unit, and what hangs below it. Codes are given whole below the root's: `can-duoc` under `long-an` is `long-an.can-duoc`. */
export class UnitBuilder {
  readonly index: number;
  readonly id: string;
  readonly code: string;
  readonly draft: Draft;

  constructor(draft: Draft, unit: WorldUnit) {
    this.draft = draft;
    this.index = draft.units.length;
    this.id = unit.id;
    this.code = unit.code;
    draft.units.push(unit);
  }

  /** A unit of any kind of the older configuration below this one. */
  child(kind: string, code: string, options: Partial<Pick<WorldUnit, 'name' | 'foundedOn' | 'unitType' | 'areas' | 'aliases' | 'terms'>> = {}): UnitBuilder {
    return new UnitBuilder(this.draft, unitOf(kind, `${this.code}.${code}`, this.index, options));
  }

  district(code: string): UnitBuilder {
    return this.child('DISTRICT_PARTY', code);
  }

  commune(code: string): UnitBuilder {
    return this.child('COMMUNE_PARTY', code);
  }

  cell(code: string): UnitBuilder {
    return this.child('CELL', code);
  }

  grassrootsCell(code: string): UnitBuilder {
    return this.child('GRASSROOTS_CELL', code);
  }

  /** Somebody of this unit to whom nothing has happened yet. */
  person(fullName: string, slices: Partial<Slices> = {}): PersonBuilder {
    const own = { ...plainSlices, ...slices };
    this.draft.people.push({ id: randomUUID(), fullName, birthDate: '1980-01-01', slices: own, ethnicGroup: 'Kinh', religion: 'không' });
    return new PersonBuilder(this.draft, this.draft.people.length - 1, this.index, own);
  }

  /** An official member since a day. */
  member(fullName: string, since: Day = '2015-01-01', slices: Partial<Slices> = {}): PersonBuilder {
    return this.person(fullName, slices).happens('OPENING_OFFICIAL', since);
  }

  /** Gives an account a role here; an account's first grant acts. */
  account(name: string, role: Role): this {
    const known = this.draft.accounts.get(name) ?? { id: randomUUID(), name, displayName: name, grants: [] };
    this.draft.accounts.set(name, { ...known, grants: [...known.grants, { id: randomUUID(), role, unit: this.index }] });
    return this;
  }
}

function unitOf(kind: string, code: string, parent: number | null, options: Partial<WorldUnit> = {}): WorldUnit {
  return { id: randomUUID(), code, kind, parent, name: code, foundedOn: '2010-01-01', unitType: 'COMMUNE_AREA', areas: [], aliases: [], terms: [], founded: false, ...options };
}

/** The root of a tree of the older configuration: province, district, commune, cell. */
export function province(code: string): UnitBuilder {
  return new UnitBuilder({ units: [], people: [], steps: [], accounts: new Map() }, unitOf('PROVINCIAL_PARTY', code, null));
}

/** A world that is served. Close it in `afterAll`. */
export interface OpenWorld {
  readonly server: BuiltServer;
  readonly database: FreshDatabase;
  readonly owner: pg.Client;
  /** Asks as an account; null asks signed out. */
  ask<Data = Record<string, unknown>>(account: string | null, query: string, variables?: Record<string, unknown>): Promise<Answer<Data>>;
  /** Asks and expects no error. */
  data<Data>(account: string, query: string, variables?: Record<string, unknown>): Promise<Data>;
  /** A change through the use cases, as an account. */
  write<T>(account: string, work: (transaction: WriteTransaction) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Writes trees to a fresh database and serves it. Each root needs an account; where a tree has none, nobody sees it. */
export async function open(...roots: readonly UnitBuilder[]): Promise<OpenWorld> {
  return await openWith({}, ...roots);
}

/** As `open`, with a server of one's own wishes. */
export async function openWith(options: Partial<ServerOptions>, ...roots: readonly UnitBuilder[]): Promise<OpenWorld> {
  const database = await freshDatabase();
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const server = await serve(database, options);
  for (const [seed, { draft }] of roots.entries()) {
    const accounts = [...draft.accounts.values()];
    const world: World = { seed, configuration: 'DISTRICT_TIER', kinds: [], units: draft.units, people: draft.people, steps: draft.steps, bulk: draft.steps.length, accounts, candidates: [], letters: [] };
    await loadWorld(owner, server.database, world);
  }
  await owner.query('select app.compact(2147483647)');
  return {
    server,
    database,
    owner,
    ask: async (account, query, variables) => await ask(server, account, query, variables),
    data: async (account, query, variables) => await dataOf(server, account, query, variables),
    write: async (account, work) => await server.database.write(credentialOf(secretOf(account)), work),
    async close() {
      await server.close();
      await owner.end();
      await database.drop();
    },
  };
}
