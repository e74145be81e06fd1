import { randomUUID } from 'node:crypto';
import type { OpenWorld } from '../world.ts';

/** An assignment as specs ask for it. */
export interface SupervisionTold {
  readonly id: string;
  readonly version: number;
  readonly personName: string;
  readonly unitName: string;
  readonly kind: string;
  readonly post: string;
  readonly from: string;
  readonly until: string | null;
  readonly state: string;
  readonly documentNumber: string;
  readonly endCause: string | null;
  readonly endReason: string | null;
  readonly endedBy: string | null;
  readonly unit: { readonly code: string } | null;
  readonly grant: { readonly id: string; readonly role: string; readonly unit: { readonly code: string } } | null;
  readonly changes: readonly { readonly version: number; readonly until: string | null; readonly post: string; readonly changeReason: string | null }[];
  readonly viewerCanChange: { readonly can: boolean; readonly because: string | null };
}

export const told = `id version personName unitName bodyName kind post from until state documentNumber documentIssuedOn changeReason recordedBy endedAt endCause endReason endedBy
  unit { code } body { code } grant { id role from to unit { code } } changes { version kind post from until documentNumber changeReason recordedBy } viewerCanChange { can because }`;

/** What became of a change. */
export interface SupervisionOutcome {
  readonly supervision?: SupervisionTold;
  readonly code?: string;
  readonly field?: string;
  readonly message?: string;
  readonly current?: SupervisionTold | null;
}

const types = { assignSupervision: 'AssignSupervisionInput', changeSupervision: 'ChangeSupervisionInput', endSupervision: 'EndSupervisionInput' } as const;

/** Sends a change of assignments. */
export async function changeSupervisions(world: OpenWorld, account: string, mutation: keyof typeof types, input: object): Promise<SupervisionOutcome> {
  const text = `mutation($input: ${types[mutation]}!) { outcome: ${mutation}(input: $input) { ... on SupervisionChanged { supervision { ${told} } } ... on SupervisionRefused { code field message current { ${told} } } } }`;
  return (await world.data<{ outcome: SupervisionOutcome }>(account, text, { input })).outcome;
}

const terms = { kind: 'IN_CHARGE', post: 'Ủy viên ban thường vụ', from: '2024-01-01', documentNumber: '12-QĐ/HU', documentIssuedOn: '2023-12-25' };

/** Puts an account in charge of a unit. */
export async function assign(world: OpenWorld, by: string, unit: string, account: string, more: object = {}): Promise<SupervisionOutcome> {
  return await changeSupervisions(world, by, 'assignSupervision', { unit, account, ...terms, idempotencyKey: randomUUID(), ...more });
}

/** All terms of an assignment, as a change of it sends them. */
export function termsOf({ id, version }: Pick<SupervisionTold, 'id' | 'version'>, more: object = {}): object {
  return { supervision: id, expectedVersion: version, ...terms, reason: 'Phân công lại', ...more };
}

/** The assignments of a unit. */
export async function supervisionsOf(world: OpenWorld, account: string, unit: string, withHistory = false): Promise<SupervisionTold[]> {
  return (await world.data<{ unit: { supervisions: SupervisionTold[] } | null }>(account, `query($unit: ID!, $all: Boolean) { unit(id: $unit) { supervisions(withHistory: $all) { ${told} } } }`, { unit, all: withHistory })).unit?.supervisions ?? [];
}

/** One's own assignments. */
export async function ownSupervisions(world: OpenWorld, account: string, withHistory = false): Promise<SupervisionTold[]> {
  return (await world.data<{ viewer: { supervisions: SupervisionTold[] } }>(account, `query($all: Boolean) { viewer { supervisions(withHistory: $all) { ${told} } } }`, { all: withHistory })).viewer.supervisions;
}

/** Lets the session of an account act under one of its grants, as the owner would. */
export async function actUnder(world: OpenWorld, account: string, supervisionId: string | null): Promise<void> {
  const id = supervisionId === null ? null : Buffer.from(supervisionId, 'base64url').toString('utf8').split(':')[1];
  await world.owner.query(
    `update session s set grant_id = coalesce((select grant_id from supervision where id = $2), (select g.id from access_grant g where g.account_id = a.id and g.role <> 'SUPERVISOR' order by lower(g.valid) limit 1))
     from account a where a.id = s.account_id and a.name = $1`,
    [account, id],
  );
}
