import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Role } from '@banyan/schema/enums';
import type { RecordRefusalCode } from '@banyan/schema/records';
import { decodeId } from '../../../kernel/ids.ts';
import { RecordRefusalCodeEnum } from '../../../platform/record-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { isAllowed } from '../../access/index.ts';
import { takeBackRecord } from '../application/take-back-record.ts';
import type { KeptType } from '../domain/kept.ts';
import { loadDocument } from './document-values.ts';
import { loadInspection, loadObstacle, loadReminder } from './follow-up-values.ts';
import { loadLocality } from './locality-resolver.ts';
import { loadItem, loadPlan } from './plan-resolver.ts';
import { RecordResult, RecordType, TakeBackRecordInput } from './record-types.ts';
import { recordOutcome } from './record-values.ts';

const loaders: Record<KeptType, (context: RequestContext, id: string) => Promise<RecordType | null>> = {
  Document: loadDocument,
  Plan: loadPlan,
  PlanItem: loadItem,
  Obstacle: loadObstacle,
  Inspection: loadInspection,
  Reminder: loadReminder,
  Locality: loadLocality,
};

function isKeptType(type: string): type is KeptType {
  return Object.hasOwn(loaders, type);
}

/** Why somebody may not change a record, or null. One that was handed down is read here and kept further up; what came from above is taken back there. */
function cannotChange(role: Role, { kept, action }: Pick<RecordType, 'kept' | 'action'>): RecordRefusalCode | null {
  if (!isAllowed(role, action) || kept.isMaker === false) return 'FORBIDDEN_FOR_ROLE';
  if (!kept.isWithin) return 'NOT_FOUND';
  return kept.takenBackReason === null ? null : 'TAKEN_BACK';
}

@Resolver(() => RecordType)
export class RecordResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the viewer may take it back; and change it, where it can be changed.' })
  async viewerCanChange(@Root() { kept, action }: RecordType, @Ctx() context: RequestContext) {
    return cannotChange((await context.scope()).actor.role, { kept, action }) === null;
  }

  @FieldResolver(() => RecordRefusalCodeEnum, { nullable: true, description: 'Why the viewer may neither take it back nor change it.' })
  async viewerCannotChangeBecause(@Root() { kept, action }: RecordType, @Ctx() context: RequestContext): Promise<RecordRefusalCode | null> {
    return cannotChange((await context.scope()).actor.role, { kept, action });
  }
}

@Resolver()
export class RecordMutations {
  @Mutation(() => RecordResult, { description: 'Takes back what was recorded wrongly. It stays on record and says so.' })
  async takeBackRecord(@Ctx() context: RequestContext, @Arg('input', () => TakeBackRecordInput, { description: 'What, and why.' }) input: TakeBackRecordInput) {
    const decoded = decodeId(input.record);
    const named = decoded && isKeptType(decoded.type) ? { type: decoded.type, id: decoded.uuid } : { type: null, id: null };
    const outcome = await takeBackRecord(context, { ...named, expectedVersion: input.expectedVersion, reason: input.reason });
    return await recordOutcome(outcome, async (id) => (named.type === null ? null : await loaders[named.type](context, id)));
  }
}
