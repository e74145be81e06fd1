import { conflictOf } from '../../../kernel/conflict.ts';
import { dayInVietNam, type Day } from '../../../kernel/day.ts';
import type { WriteTransaction } from '../../../platform/database.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { scopeOf, type Scope } from '../../../platform/scope.ts';
import { insertAuditLines, isAllowed, madeBefore, rememberKey } from '../../access/index.ts';
import { areSame, canEndOn, readNeeded, readTerms, whyFixed, type Supervision, type SupervisionRefusal, type SupervisionTerms } from '../domain/supervision.ts';
import { findDocumentsById } from '../persistence/document-rows.ts';
import * as rows from '../persistence/supervision-rows.ts';

/** The assignment that was made, changed or ended, or why not. Where another version of it is there, it is told too. */
export type SupervisionOutcome = { readonly id: string } | { readonly refused: SupervisionRefusal; readonly id?: string };

interface Work {
  readonly transaction: WriteTransaction;
  readonly scope: Scope;
  /** The calendar day: grants know no other. */
  readonly today: Day;
}

/** Terms as they are sent: `documentId` is undefined where what was sent is no id of a document. */
export type AskedTerms = Omit<SupervisionTerms, 'documentId'> & { readonly documentId: string | null | undefined };

/** Takes a change of assignments in its transaction, for the roles that assign. What was tried with an account that cannot be assigned leaves a line in the log too. */
async function change(context: RequestContext, action: string, blame: string, work: (given: Work) => Promise<SupervisionOutcome & { readonly isOld?: boolean }>): Promise<SupervisionOutcome> {
  const outcome = await context.database.write(context.credential, async (transaction): Promise<SupervisionOutcome> => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: blame } };
    if (!isAllowed(actor.role, 'supervision.assign')) return { refused: { code: 'FORBIDDEN_FOR_ROLE', field: blame } };
    const made = await work({ transaction, scope: scopeOf(transaction, actor), today: dayInVietNam(context.now()) });
    const refused = 'refused' in made ? made.refused.code : null;
    const line = { action, subjectKind: 'Supervision', ...(made.id === undefined ? {} : { subjectId: made.id }) };
    if (refused === null && !made.isOld) await insertAuditLines(transaction, { ...context, actor }, [{ ...line, result: 'DONE' }]);
    if (refused === 'ACCOUNT_NOT_USABLE') await insertAuditLines(transaction, { ...context, actor }, [{ ...line, result: 'REFUSED', code: refused }]);
    return made;
  });
  await context.renew();
  return outcome;
}

/** The terms that are to be kept, or why they cannot be: the document has to be one that whoever assigns sees. */
async function judge({ scope, today }: Work, { documentId, ...asked }: AskedTerms): Promise<SupervisionTerms | SupervisionRefusal> {
  const terms = readTerms({ ...asked, documentId: documentId ?? null }, today);
  if ('code' in terms || documentId === null) return terms;
  return documentId === undefined || !(await findDocumentsById(scope, [documentId])).has(documentId) ? { code: 'NOT_FOUND', field: 'document' } : terms;
}

/** What is sent to assign a supervisor. */
export interface AssignInput extends AskedTerms {
  readonly unitId: string | null;
  /** Exact name of the account. */
  readonly account: string;
  readonly idempotencyKey: string;
}

async function assign(work: Work, { unitId, account, idempotencyKey: _key, ...asked }: AssignInput): Promise<SupervisionOutcome> {
  const { scope } = work;
  const unit = unitId ? await rows.lockUnit(scope, unitId) : null;
  if (!unitId || !unit) return { refused: { code: 'NOT_FOUND', field: 'unit' } };
  if (!unit.isOpen) return { refused: { code: 'UNIT_CLOSED', field: 'unit' } };
  const terms = await judge(work, asked);
  if ('code' in terms) return { refused: terms };
  const wanted = account.normalize('NFC').toLowerCase();
  if (wanted === scope.actor.accountName.normalize('NFC').toLowerCase()) return { refused: { code: 'YOURSELF', field: 'account' } };
  // Whoever has exactly that name comes first.
  const found = (await rows.findAssignable(scope, account, 1)).find(({ name }) => name.normalize('NFC').toLowerCase() === wanted);
  if (!found) return { refused: { code: 'ACCOUNT_NOT_USABLE', field: 'account' } };
  if (await rows.isAssignedDuring(scope, { accountId: found.id, unitId, terms, but: null })) return { refused: { code: 'PERIODS_OVERLAP', field: 'from' } };
  return { id: await rows.insertSupervision(scope, { unitId, accountId: found.id, terms }) };
}

/** Puts an account in charge of a unit of the scope for a time, once for a key. The account reads the unit from the first day to the last. */
export async function assignSupervision(context: RequestContext, input: AssignInput): Promise<SupervisionOutcome> {
  return await change(context, 'supervision.assign', 'unit', async (work) => {
    const { transaction, scope: { actor } } = work;
    const made = await madeBefore(transaction, actor, 'supervision.assign', { key: input.idempotencyKey, input });
    if ('refused' in made) return made;
    if ('resultId' in made) return { id: made.resultId, isOld: true };
    const outcome = await assign(work, input);
    if (!('refused' in outcome)) await rememberKey(transaction, actor, { key: input.idempotencyKey, inputHash: made.inputHash, resultId: outcome.id });
    return outcome;
  });
}

interface Seen {
  readonly supervisionId: string | null;
  readonly expectedVersion: number;
}

/** An assignment of the scope that stands as it was seen and may be changed, or why not. */
async function findSeen({ scope }: Work, { supervisionId, expectedVersion }: Seen): Promise<Supervision | (SupervisionOutcome & { readonly refused: SupervisionRefusal })> {
  const found = supervisionId ? await rows.findSupervision(scope, supervisionId) : null;
  if (!found) return { refused: { code: 'NOT_FOUND', field: 'supervision' } };
  const fixed = whyFixed(found);
  if (fixed) return { refused: { code: fixed, field: 'supervision' }, id: found.id };
  return found.version === expectedVersion ? found : { refused: conflictOf(expectedVersion, found.version), id: found.id };
}

/** Somebody else was quicker between the look and the writing: what stands now is one version further, or gone. */
async function conflictWith({ scope }: Work, { id, version }: Supervision): Promise<SupervisionOutcome> {
  const current = await rows.findSupervision(scope, id);
  return { refused: conflictOf(version, current?.version ?? null), id };
}

/** Decides otherwise about an assignment that is not over: all of its terms, with the reason. What stood before stays in its history. */
export async function changeSupervision(context: RequestContext, { supervisionId, expectedVersion, reason, ...asked }: AskedTerms & Seen & { readonly reason: string }): Promise<SupervisionOutcome> {
  return await change(context, 'supervision.change', 'supervision', async (work) => {
    const seen = await findSeen(work, { supervisionId, expectedVersion });
    if ('refused' in seen) return seen;
    const terms = await judge(work, asked);
    if ('code' in terms) return { refused: terms };
    if (terms.until !== null && terms.until < work.today) return { refused: { code: 'DATE_NOT_POSSIBLE', field: 'until' } };
    if (areSame(terms, seen)) return { refused: { code: 'UNCHANGED', field: 'until' } };
    const why = readNeeded('reason', reason, 'note');
    if ('code' in why) return { refused: why };
    await rows.lockUnit(work.scope, seen.unitId);
    const accountId = await rows.findAccountOf(work.scope, seen.id);
    if (await rows.isAssignedDuring(work.scope, { accountId, unitId: seen.unitId, terms, but: seen.id })) return { refused: { code: 'PERIODS_OVERLAP', field: 'from' } };
    return (await rows.updateSupervision(work.scope, seen, terms, why.text)) ? { id: seen.id } : await conflictWith(work, seen);
  });
}

/**
 * Ends an assignment before its time, with the reason: at once, where its grant gives nothing from the next request on, or with a last day that is not over.
 * Until that day it stands, and may be decided otherwise.
 */
export async function endSupervision(context: RequestContext, { reason, until, ...asked }: Seen & { readonly reason: string; readonly until: Day | null }): Promise<SupervisionOutcome> {
  return await change(context, 'supervision.end', 'supervision', async (work) => {
    const seen = await findSeen(work, asked);
    if ('refused' in seen) return seen;
    const why = readNeeded('reason', reason, 'note');
    if ('code' in why) return { refused: why };
    if (until !== null && !canEndOn(seen, until, work.today)) return { refused: { code: 'DATE_NOT_POSSIBLE', field: 'until' } };
    const isDone = until === null ? await rows.endSupervision(work.scope, seen, why.text) : await rows.updateSupervision(work.scope, seen, { ...seen, until }, why.text);
    return isDone ? { id: seen.id } : await conflictWith(work, seen);
  });
}
