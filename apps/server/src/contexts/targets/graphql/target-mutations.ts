import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { enTargets } from '@banyan/schema/texts/en-targets';
import { viTargets } from '@banyan/schema/texts/vi-targets';
import type { Language } from '@banyan/schema/enums';
import type { TargetRefusalCode } from '@banyan/schema/targets';
import { formatInteger, formatRate } from '@banyan/schema/format';
import { decodeIdOf } from '../../../kernel/ids.ts';
import { Refused } from '../../../kernel/refused.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { UnitStubType } from '../../organisation/index.ts';
import { discardDraft, keepDraft } from '../application/keep-draft.ts';
import { publishAllocation } from '../application/publish-allocation.ts';
import { adjustTarget, setTarget } from '../application/set-target.ts';
import type { AllocationChange, TargetOutcome } from '../application/target-change.ts';
import type { AllocationSums } from '../domain/allocation.ts';
import * as types from './allocation-types.ts';
import { stubOf } from './target-resolver.ts';
import { TargetType } from './target-types.ts';
import { loadTarget } from './target-values.ts';

const mostLines = 500;

function checkedLines<T>(lines: readonly T[]): readonly T[] {
  if (lines.length > mostLines) throw new Refused('LIMIT_PAGE_SIZE', 'lines');
  return lines;
}

/** The sentence of a refusal; of a sum that does not hold also the bound that fails, with what is given out and kept back, and what is left or too much. */
function sentenceOf(code: TargetRefusalCode, sums: AllocationSums | undefined) {
  return (language: Language) => {
    const { refusals, sums: words } = language === 'VI' ? viTargets : enTargets;
    if (!sums || !code.startsWith('SUM_')) return refusals[code];
    const bound = sums.difference.low === 0 && (sums.difference.high ?? 0) !== 0 ? 'high' : 'low';
    const [off, given] = [sums.difference[bound] ?? 0, sums.given[bound] ?? 0];
    const said = (amount: number) => (sums.isRate ? formatRate : formatInteger)(amount, language);
    return `${refusals[code]} (${said(given + off)}/${said(given)}, ${off < 0 ? words.left(said(-off)) : words.over(said(off))})`;
  };
}

type LineValue = types.TargetRefusedLineType & { readonly unitId: string | undefined };
type RefusedValue = types.TargetRefusedType & { readonly targetId: string | undefined };

function refusedValue({ refused, targetId, sums }: Extract<TargetOutcome, { refused: unknown }>): RefusedValue {
  const conflict = refused.find((one) => one.conflict !== undefined)?.conflict ?? null;
  const lines = refused.map(({ code, field, unitId }): LineValue => Object.assign(new types.TargetRefusedLineType(), { code, field, unitId, unit: null, sentence: sentenceOf(code, sums) }));
  const first = lines[0];
  if (!first) throw new Error('a refusal has a reason');
  return Object.assign(new types.TargetRefusedType(), { code: first.code, field: first.field, sentence: sentenceOf(first.code, sums), conflict, lines, sums: sums ?? null, targetId });
}

async function told(context: RequestContext, outcome: TargetOutcome) {
  if ('refused' in outcome) return refusedValue(outcome);
  const target = await loadTarget(context, outcome.targetId);
  // What was made before under the key may lie elsewhere by now.
  if (!target) return refusedValue({ refused: [{ code: 'NOT_FOUND', field: 'target' }] });
  const changes = (outcome.changes ?? []).map((change) => Object.assign(new types.AllocationChangeType(), change));
  return Object.assign(new types.TargetChangedType(), { target, isWritten: outcome.isWritten, sums: outcome.sums ?? null, changes });
}

@Resolver()
export class TargetMutations {
  @Mutation(() => types.TargetResult, { description: 'Sets a target for a unit: its own by its congress, or one that is given from above.' })
  async setTarget(@Ctx() context: RequestContext, @Arg('input', () => types.SetTargetInput, { description: 'The target.' }) input: types.SetTargetInput) {
    const { unit, document, documentNumber = null, high = null, base = null, baseNumber = null, note = null, slice = null, ...rest } = input;
    return await told(context, await setTarget(context, { ...rest, slice, high, base, baseNumber, note, documentNumber, reason: null, unitId: decodeIdOf('Unit', unit), documentId: documentOf(document) }));
  }

  @Mutation(() => types.TargetResult, { description: 'Adjusts a target that is no part of another. The version before stays in its history.' })
  async adjustTarget(@Ctx() context: RequestContext, @Arg('input', () => types.AdjustTargetInput, { description: 'The target as it is to be.' }) input: types.AdjustTargetInput) {
    const { target, document, documentNumber = null, high = null, base = null, baseNumber = null, note = null, idempotencyKey = null, ...rest } = input;
    return await told(context, await adjustTarget(context, { ...rest, idempotencyKey, high, base, baseNumber, note, documentNumber, targetId: decodeIdOf('Target', target), documentId: documentOf(document) }));
  }

  @Mutation(() => types.TargetResult, { description: 'Divides a target over the units directly below, by the rule of its sum. With `dryRun` it tells what would become of it.' })
  async publishAllocation(@Ctx() context: RequestContext, @Arg('input', () => types.PublishAllocationInput, { description: 'The parts.' }) input: types.PublishAllocationInput) {
    const { target, document, documentNumber = null, reason = null, sumRule, reserve, ...rest } = input;
    const lines = checkedLines(input.lines).map(({ unit, low, high = null, note = null }) => ({ unitId: decodeIdOf('Unit', unit), low, high, note }));
    const outcome = await publishAllocation(context, {
      ...rest, lines, documentNumber, reason, rule: sumRule, targetId: decodeIdOf('Target', target), documentId: documentOf(document), reserve: { low: reserve?.low ?? 0, high: reserve?.high ?? null },
    });
    return await told(context, outcome);
  }

  @Mutation(() => types.TargetResult, { description: 'Keeps a worksheet that is not published, complete or not.' })
  async saveAllocationDraft(@Ctx() context: RequestContext, @Arg('input', () => types.SaveAllocationDraftInput, { description: 'The worksheet.' }) input: types.SaveAllocationDraftInput) {
    const lines = checkedLines(input.lines).map(({ unit, low = null, high = null, unreadLow = null, unreadHigh = null, note = null, isLocked }) => ({ unitId: decodeIdOf('Unit', unit), low, high, unreadLow, unreadHigh, note, isLocked }));
    const reserve = input.reserve ? { low: input.reserve.low, high: input.reserve.high ?? null } : null;
    return await told(context, await keepDraft(context, { targetId: decodeIdOf('Target', input.target), expectedVersion: input.expectedVersion, rule: input.sumRule, reserve, lines }));
  }

  @Mutation(() => types.TargetResult, { description: 'Forgets a worksheet that is not published.' })
  async discardAllocationDraft(@Ctx() context: RequestContext, @Arg('input', () => types.DiscardAllocationDraftInput, { description: 'Which.' }) input: types.DiscardAllocationDraftInput) {
    return await told(context, await discardDraft(context, { targetId: decodeIdOf('Target', input.target), expectedVersion: input.expectedVersion }));
  }
}

/** The row of a document that is named, null where none is, undefined where what was sent names none. */
function documentOf(id: string | null | undefined): string | null | undefined {
  return id === null || id === undefined ? null : (decodeIdOf('Document', id) ?? undefined);
}

@Resolver(() => types.TargetRefusedLineType)
export class TargetRefusedLineResolver {
  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The unit whose line is to blame, where the viewer may know it.' })
  async unit(@Root() { unitId }: LineValue, @Ctx() context: RequestContext) {
    return unitId === undefined ? null : await stubOf(context, unitId);
  }
}

@Resolver(() => types.TargetRefusedType)
export class TargetRefusedResolver {
  @FieldResolver(() => TargetType, { nullable: true, description: 'The target as it stands, where another version of it was expected.' })
  async current(@Root() { targetId }: RefusedValue, @Ctx() context: RequestContext) {
    return targetId === undefined ? null : await loadTarget(context, targetId);
  }
}

@Resolver(() => types.AllocationChangeType)
export class AllocationChangeResolver {
  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The unit.' })
  async unit(@Root() { unitId }: AllocationChange, @Ctx() context: RequestContext) {
    return await stubOf(context, unitId);
  }
}
