import type { Step } from '@banyan/schema/lifecycle';
import { conflictOf } from '../../../kernel/conflict.ts';
import type { Day } from '../../../kernel/day.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { insertAuditLines, madeBefore, rememberKey } from '../../access/index.ts';
import type { RecordedStep } from '../domain/dossier.ts';
import type { Vote } from '../domain/vote.ts';
import { holdCandidacies } from '../persistence/candidacy-writes.ts';
import { readFacts } from './read-facts.ts';
import { refuseStep, writeStep } from './record-step.ts';
import type { Refusal } from './refusal.ts';

/** One step of many people under one document: a decision that recognises them, a class that they are sent to. */
export interface StepsInput {
  readonly step: Step;
  readonly candidacies: readonly { readonly candidacyId: string | null; readonly expectedVersion: number }[];
  readonly on: Day;
  readonly documentNumber: string | null;
  /** The vote on each of them, where it was the same. */
  readonly vote: Vote | null;
  readonly dryRun: boolean;
  /** A dry run makes nothing, so that it has none. */
  readonly idempotencyKey: string | null;
}

/** What became, or would become, of one of them. */
export interface StepLine {
  /** The place in what was sent. */
  readonly index: number;
  readonly candidacyId: string | null;
  readonly refusal: Refusal | null;
}

const mostAtOnce = 200;

/**
 * Records a step of many people: of all of them, or, where it cannot be of one, of none. A dry run judges each and writes nothing.
 * Refuses more than 200 at once. A step that needs a fact of each, as a reason, is refused line by line.
 */
export async function recordSteps(context: RequestContext, input: StepsInput): Promise<{ readonly lines: StepLine[]; readonly isWritten: boolean } | { readonly refused: Refusal }> {
  if (input.candidacies.length > mostAtOnce) return { refused: { code: 'TOO_MANY', field: 'candidacies', limit: { given: input.candidacies.length, most: mostAtOnce } } };
  const facts = readFacts({ step: input.step, on: input.on, documentNumber: input.documentNumber, vote: input.vote, certificateNumber: null, provinceConsentNumber: null, upperConsentNumber: null, removalGround: null, receivedOn: null, reason: null });
  if ('refused' in facts) return facts;
  const outcome = await context.database.write(context.credential, async (transaction) => {
    const { actor } = transaction;
    if (!actor) return { refused: { code: 'SIGNED_OUT', field: 'candidacies' } as const };
    const once = input.idempotencyKey === null || input.dryRun ? null : { key: input.idempotencyKey, input };
    const made = once && (await madeBefore(transaction, actor, 'candidacy.recordSteps', once));
    if (made && 'refused' in made) return made;
    const held = await holdCandidacies(transaction, actor, input.candidacies.flatMap(({ candidacyId }) => (candidacyId ? [candidacyId] : [])), input.on);
    if (made && 'resultId' in made) {
      // Told again to whoever still has all of them in scope.
      if (input.candidacies.some(({ candidacyId }) => candidacyId === null || !held.has(candidacyId))) return { refused: { code: 'NOT_FOUND', field: 'candidacies' } as const };
      return { lines: input.candidacies.map(({ candidacyId }, index): StepLine => ({ index, candidacyId, refusal: null })), isWritten: true };
    }
    const judge = (candidacyId: string | null, version: number, recorded: RecordedStep): Refusal | null => {
      const one = candidacyId ? held.get(candidacyId) : undefined;
      if (!one) return { code: 'NOT_FOUND', field: 'candidacies' };
      if (one.candidacy.version !== version) return { ...conflictOf(version, one.candidacy.version), candidacyId: one.candidacy.id };
      return refuseStep(actor, one, recorded, context.now());
    };
    const seen = new Set<string | null>();
    const lines = input.candidacies.map(({ candidacyId, expectedVersion }, index): StepLine => {
      const isTwice = seen.has(candidacyId);
      seen.add(candidacyId);
      return { index, candidacyId, refusal: isTwice ? { code: 'NOT_POSSIBLE_IN_THIS_STATE', field: 'candidacies' } : judge(candidacyId, expectedVersion, facts.recorded) };
    });
    if (input.dryRun || lines.some(({ refusal }) => refusal !== null)) return { lines, isWritten: false };
    for (const one of held.values()) {
      const written = await writeStep(transaction, actor, one, facts.recorded, context);
      // The ledger refuses what was judged possible: nothing of it may stand.
      if ('refused' in written) throw new RefusedByLedger(one.candidacy.id, written.refused);
    }
    await insertAuditLines(transaction, { ...context, actor }, [...held.keys()].map((subjectId) => ({ action: `candidacy.${input.step}`, result: 'DONE' as const, subjectKind: 'Candidacy', subjectId })));
    const [first] = held.keys();
    if (once && made && first) await rememberKey(transaction, actor, { key: once.key, inputHash: made.inputHash, resultId: first });
    return { lines, isWritten: true };
  }).catch((error: unknown) => {
    if (!(error instanceof RefusedByLedger)) throw error;
    const lines = input.candidacies.map(({ candidacyId }, index) => ({ index, candidacyId, refusal: candidacyId === error.candidacyId ? error.refusal : null }));
    return { lines, isWritten: false };
  });
  await context.renew();
  return outcome;
}

class RefusedByLedger extends Error {
  readonly candidacyId: string;
  readonly refusal: Refusal;

  constructor(candidacyId: string, refusal: Refusal) {
    super(refusal.code);
    this.candidacyId = candidacyId;
    this.refusal = refusal;
  }
}
