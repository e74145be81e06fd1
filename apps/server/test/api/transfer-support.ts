import { randomUUID } from 'node:crypto';
import type { OpenWorld } from '../world.ts';

/** What specs ask of a letter. */
export interface Letter {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly state: string;
  readonly personName: string;
  readonly birthDate: string | null;
  readonly fromName: string;
  readonly destination: string;
  readonly letterNumber: string | null;
  readonly dueOn: string;
  readonly isOverdue: boolean;
  readonly acceptedOn: string | null;
  readonly acceptedBy: string | null;
  readonly person: { readonly id: string } | null;
  readonly fromUnit: { readonly code: string } | null;
  readonly toUnit: { readonly code: string } | null;
  readonly viewerCanAccept: boolean;
  readonly viewerCanCancel: boolean;
  readonly viewerCanEnd: boolean;
}

export const letterFields = `id version kind state personName birthDate fromName destination letterNumber dueOn isOverdue acceptedOn acceptedBy person { id } fromUnit { code } toUnit { code }
  viewerCanAccept viewerCanCancel viewerCanEnd`;

/** What became of a change. */
export interface Signed {
  readonly transfer?: Letter;
  readonly claimCode?: string | null;
  readonly code?: string;
  readonly field?: string;
  readonly message?: string;
  readonly current?: Letter | null;
}

/** Sends a change of a letter and gives back what became of it. */
export async function sign(world: OpenWorld, account: string, mutation: string, input: object): Promise<Signed> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  const result = `... on TransferChanged { claimCode transfer { ${letterFields} } } ... on TransferRefused { code field message current { ${letterFields} } }`;
  const data = await world.data<Record<string, Signed>>(account, `mutation($input: ${type}!) { outcome: ${mutation}(input: $input) { ${result} } }`, { input });
  return data['outcome']!;
}

/** Sends a letter for a person, for good and addressed unless it is said otherwise. */
export async function send(world: OpenWorld, account: string, person: string, more: object): Promise<Signed> {
  return await sign(world, account, 'issueTransfer', { person, kind: 'OFFICIAL', letterNumber: '12-GT/ĐU', on: '2026-02-02', idempotencyKey: randomUUID(), ...more });
}

/** Issues a letter that must be issued. */
export async function issued(world: OpenWorld, account: string, person: string, more: object): Promise<{ letter: Letter; claimCode: string | null }> {
  const { transfer, claimCode = null, ...refused } = await send(world, account, person, more);
  if (!transfer) throw new Error(JSON.stringify(refused));
  return { letter: transfer, claimCode };
}

/** Accepts an addressed letter as it stands. */
export async function accept(world: OpenWorld, account: string, { id, version }: Pick<Letter, 'id' | 'version'>, on = '2026-02-10'): Promise<Signed> {
  return await sign(world, account, 'acceptTransfer', { transfer: id, expectedVersion: version, on });
}

/** Members of a unit on a day, as an account sees it. */
export async function membersOf(world: OpenWorld, account: string, unit: string, on: string): Promise<number> {
  const data = await world.data<{ unit: { rollup: { members: { value: number } } } }>(account, `query($id: ID!) { unit(id: $id) { rollup(period: "${on}/${on}") { members { value } } } }`, { id: unit });
  return data.unit.rollup.members.value;
}
