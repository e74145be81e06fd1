import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { foundUnit, closeUnit, mergeUnits, moveUnit, postFacts, renameUnit, reverseEvent } from '../../src/contexts/ledger/index.ts';
import type { Database, WriteTransaction } from '../../src/platform/database.ts';
import { bulkEntries } from './bulk-entries.ts';
import { token } from './canaries.ts';
import { plusDays } from './days.ts';
import { accountsSql, candidaciesSql, entriesSql, keptSql, kindsSql, lettersSql, peopleSql, rulesSql, termsSql, unitsSql } from './load-sql.ts';
import { belongings } from './belongings.ts';
import { handsDown } from './hands-down.ts';
import { recordsSql } from './records-sql.ts';
import { insertTargets } from './targets.ts';
import { personalNumber } from './canaries.ts';
import { credentialOf, openSessions, secretOf } from './session.ts';
import type { Slices, Step, World } from './world-model.ts';

const widths = [52n, 41n, 29n, 19n, 10n, 2n].map((bits) => 1n << bits);

async function insertUnits(owner: pg.Client, world: World): Promise<void> {
  const { rows } = await owner.query<{ lo: string }>('select app.next_position(null, null, 0)::text as lo');
  const placed: { lo: bigint; depth: number; chain: string[]; children: bigint }[] = [];
  const units = world.units.filter((unit) => !unit.founded).map((unit) => {
    const above = unit.parent === null ? undefined : placed[unit.parent]!;
    const depth = above ? above.depth + 1 : 0;
    if (above) above.children += 1n;
    const lo = above ? above.lo + above.children * widths[depth]! : BigInt(rows[0]!.lo);
    placed.push({ lo, depth, chain: [...(above?.chain ?? []), unit.id], children: 0n });
    const parentId = unit.parent === null ? null : world.units[unit.parent]!.id;
    return { ...unit, depth, lo: String(lo), hi: String(lo + widths[depth]! - 1n), parentId, chain: placed.at(-1)!.chain };
  });
  for (const sql of unitsSql) await owner.query(sql, [JSON.stringify(units), world.configuration]);
  // Specs that tell their own tree say themselves what is given and changed in it.
  const named = world.kinds.length > 0 ? units.map(({ id, parentId }, unit) => ({ id, parent: parentId, handsDown: handsDown(unit), token: token({ world: world.seed, kind: 'u', index: unit }) })) : [];
  for (const sql of [...rulesSql, ...recordsSql]) await owner.query(sql, [JSON.stringify(named)]);
  await owner.query(termsSql, [JSON.stringify(units.flatMap((unit) => unit.terms.map((term) => ({ unitId: unit.id, ...term }))))]);
  if (world.kinds.length > 0) await insertTargets(owner, world);
}

/** Accounts come before what they do; their grants are in force from the foundation of the unit on. */
async function insertAccounts(owner: pg.Client, world: World): Promise<void> {
  const accounts = world.accounts.map((account) => ({
    ...account,
    grants: account.grants.map((grant, index) => ({ ...grant, accountId: account.id, unitId: world.units[grant.unit]!.id, bodyId: world.units[grant.body ?? grant.unit]!.id, from: plusDays('2010-01-01', index) })),
  }));
  for (const sql of accountsSql) await owner.query(sql, [JSON.stringify(accounts)]);
  await openSessions(owner, world.accounts.map((account) => ({ account: account.name, accountId: account.id, grantId: account.grants[0]!.id })));
}

function presented(slices: Slices) {
  return {
    gender: slices.GENDER,
    ageBand: slices.AGE_BAND,
    ethnicMinority: slices.ETHNIC_MINORITY,
    religion: slices.RELIGION,
    youthUnion: slices.YOUTH_UNION,
    occupation: slices.OCCUPATION,
    enterpriseRelation: slices.ENTERPRISE_RELATION,
    education: slices.EDUCATION,
  };
}

function settled(what: object, step: Step): void {
  if ('refused' in what) throw new Error(`${JSON.stringify(step)} was refused: ${String(what.refused)}`);
}

/** Does one step through the ledger's use cases, as the board of the root would. */
async function perform(transaction: WriteTransaction, world: World, step: Step, index: number, made: { events: Map<number, string>; units: Map<number, string> }): Promise<void> {
  const idOf = (unit: number) => made.units.get(unit) ?? world.units[unit]!.id;
  switch (step.do) {
    case 'fact': {
      const place = { unitId: idOf(step.unit), ...(step.toUnit === undefined ? {} : { toUnitId: idOf(step.toUnit) }) };
      const [posted] = await postFacts(transaction, [{ kind: step.kind, personId: world.people[step.person]!.id, ...place, occurredOn: step.on, slices: presented(step.slices) }]);
      settled(posted!, step);
      if ('eventId' in posted!) made.events.set(index, posted.eventId);
      return;
    }
    case 'reverse':
      return settled(await reverseEvent(transaction, { eventId: made.events.get(step.step)! }), step);
    case 'found': {
      const unit = world.units[step.unit]!;
      const { code, kind, name, foundedOn, unitType, areas } = unit;
      const founded = await foundUnit(transaction, { code, kind, name, foundedOn, unitType, areas, configuration: world.configuration, parentId: idOf(unit.parent!) });
      settled(founded, step);
      if ('id' in founded) made.units.set(step.unit, founded.id);
      return;
    }
    case 'rename':
      return settled(await renameUnit(transaction, { unitId: idOf(step.unit), name: step.name, from: step.on }), step);
    case 'move':
      return settled(await moveUnit(transaction, { unitId: idOf(step.unit), newParentId: idOf(step.to), on: step.on }), step);
    case 'close':
      return settled(await closeUnit(transaction, { unitId: idOf(step.unit), on: step.on, successorIds: [idOf(step.successor)] }), step);
    case 'merge':
      return settled(await mergeUnits(transaction, { unitIds: [idOf(step.unit)], successorId: idOf(step.successor), on: step.on }), step);
  }
}

async function insertBulk(owner: pg.Client, world: World): Promise<Map<number, string>> {
  const { entries, events } = bulkEntries(world);
  const rows = entries.map(({ at, other, person, slices, ...entry }) => ({
    ...entry,
    id: randomUUID(),
    unitId: world.units[at]!.id,
    otherId: other === null ? null : world.units[other]!.id,
    personId: world.people[person]!.id,
    s: slices,
  }));
  for (const sql of entriesSql) await owner.query(sql, [JSON.stringify(rows)]);
  return events;
}

/** Where the candidacies of candidates stand, in turn; and those of everybody else. */
const open = ['SOURCE', 'FILE_OPEN', 'SUBMITTED', 'ADMISSION_DECIDED'] as const;
const ended = { PROBATIONARY: 'PROBATIONARY', OFFICIAL: 'OFFICIAL', FORMER: 'REMOVED' } as const;

async function insertPeople(owner: pg.Client, world: World, idOf: (unit: number) => string): Promise<void> {
  const rows = belongings(world).map(({ person, unit, ...rest }) => ({ ...world.people[person]!, ...rest, unitId: idOf(unit), s: world.people[person]!.slices, personalNumber: personalNumber(world.seed, person) }));
  for (const sql of peopleSql) await owner.query(sql, [JSON.stringify(rows)]);
  const candidacies = rows.map(({ id, fullName, state }, index) => ({ id, candidacy: state === 'CANDIDATE' ? open[index % open.length] : ended[state], token: /zq\w+x/.exec(fullName)?.[0] ?? fullName }));
  for (const sql of candidaciesSql) await owner.query(sql, [JSON.stringify(candidacies)]);
  // Of those whom a token names: in a world that is told by hand nothing has been noted yet.
  for (const sql of keptSql) await owner.query(sql, [JSON.stringify(candidacies.filter(({ token }) => token.startsWith('zq')))]);
  const letters = world.letters.map(({ person, from, to, ...letter }) => ({ ...letter, id: world.people[person]!.id, from: idOf(from), to: to === null ? null : idOf(to), token: /zq\w+x/.exec(world.people[person]!.fullName)![0] }));
  await owner.query(lettersSql, [JSON.stringify(letters)]);
}

/** The instant ($1) at which a step of the script was recorded: what the use case wrote now, in the tree of a root ($2), gets it. */
const backdateSql = `update entry set recorded_at = $1 from unit root
  where root.id = $2 and entry.position_now between root.lo and root.hi and entry.recorded_at > now() - interval '1 day'`;

/**
 * Writes a world to a database: its beginning by a few statements as the owner, the rest step by step through the use cases under
 * the application's role. `afterEach` is told the index of each of those steps, and before them that of the last at the beginning.
 */
export async function loadWorld(owner: pg.Client, database: Database, world: World, afterEach?: (index: number, idOf: (unit: number) => string) => Promise<void>): Promise<void> {
  await owner.query('begin');
  // Roots are given their places one after the other.
  await owner.query('select pg_advisory_xact_lock(20251105, 78)');
  if (world.kinds.length > 0) for (const sql of kindsSql) await owner.query(sql, [JSON.stringify(world.kinds), world.configuration]);
  await insertUnits(owner, world);
  await insertAccounts(owner, world);
  const made = { events: await insertBulk(owner, world), units: new Map<number, string>() };
  await owner.query('commit');
  const idOf = (unit: number) => made.units.get(unit) ?? world.units[unit]!.id;
  await afterEach?.(world.bulk - 1, idOf);
  const credential = world.steps.length > world.bulk ? credentialOf(secretOf(world.accounts[0]!.name)) : '';
  for (const [index, step] of world.steps.entries()) {
    if (index < world.bulk) continue;
    try {
      await database.write(credential, async (transaction) => await perform(transaction, world, step, index, made));
    } catch (error) {
      throw new Error(`world ${world.seed}, step ${index}: ${JSON.stringify(step)}: ${String(error)}`, { cause: error });
    }
    await owner.query(backdateSql, [step.recordedAt, world.units[0]!.id]);
    await afterEach?.(index, idOf);
  }
  await insertPeople(owner, world, idOf);
}
