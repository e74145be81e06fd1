import { randomUUID } from 'node:crypto';
import type { OpenWorld } from '../world.ts';

/** A document as specs ask for it. */
export interface Told {
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  readonly number: string;
  readonly issuedOn: string;
  readonly title: string;
  readonly issuer: string | null;
  readonly isHandedDown: boolean;
  readonly warnings: readonly string[];
  readonly recordedBy: string;
  readonly takenBackReason: string | null;
  readonly takenBackBy: string | null;
  readonly viewerCanChange: boolean;
  readonly unit: { readonly code: string } | null;
  readonly implements: { readonly number: string } | null;
  readonly implementedBy: readonly { readonly number: string }[];
}

const told = 'id version kind number issuedOn title issuer isHandedDown warnings recordedBy takenBackReason takenBackBy viewerCanChange unit { code } implements { number } implementedBy { number }';

/** What became of a change of the register. */
export interface DocumentOutcome {
  readonly document?: Told;
  readonly code?: string;
  readonly field?: string;
  readonly message?: string;
}

const types = { registerDocument: 'RegisterDocumentInput', changeDocument: 'ChangeDocumentInput', takeBackDocument: 'TakeBackDocumentInput' } as const;

/** Sends a change of the register. */
export async function changeRegister(world: OpenWorld, account: string, mutation: keyof typeof types, input: object): Promise<DocumentOutcome> {
  const text = `mutation($input: ${types[mutation]}!) { outcome: ${mutation}(input: $input) { ... on DocumentChanged { document { ${told} } } ... on RecordRefused { code field message } } }`;
  return (await world.data<{ outcome: DocumentOutcome }>(account, text, { input })).outcome;
}

/** Enters a document. */
export async function register(world: OpenWorld, account: string, unit: string, more: object = {}): Promise<DocumentOutcome> {
  const input = { unit, kind: 'RESOLUTION', number: '6', issuedOn: '2020-08-01', title: 'Nghị quyết về nâng cao chất lượng kết nạp', idempotencyKey: randomUUID(), ...more };
  return await changeRegister(world, account, 'registerDocument', input);
}

/** Documents that concern a unit. `filter` is written as arguments of the query. */
export async function documentsOf(world: OpenWorld, account: string, filter = ''): Promise<{ readonly totalCount: number; readonly nodes: readonly Told[] }> {
  return (await world.data<{ documents: { totalCount: number; nodes: Told[] } }>(account, `{ documents(first: 100${filter}) { totalCount nodes { ${told} } } }`)).documents;
}
