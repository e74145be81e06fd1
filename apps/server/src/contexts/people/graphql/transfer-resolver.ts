import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { TransferDirection, TransferState } from '@banyan/schema/lifecycle';
import { checkedFirst, decodeCursor, pageOf } from '../../../kernel/connection.ts';
import { TransferDirectionEnum, TransferStateEnum } from '../../../platform/lifecycle-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { isAllowed, type Action } from '../../access/index.ts';
import { connectionOf, loadUnit, unitValue, UnitType } from '../../organisation/index.ts';
import { hashClaimCode } from '../domain/claim-code.ts';
import type { Transfer } from '../domain/transfer.ts';
import { findLetterByCode, listTransfers } from '../persistence/transfer-reads.ts';
import { viewerToday } from './candidacy-values.ts';
import { loadPersonValue } from './person-resolver.ts';
import { PersonType } from './person-types.ts';
import * as types from './transfer-types.ts';
import { loadTransfer, loadTransfersOf, transferValue, type TransferValue } from './transfer-values.ts';

@ArgsType()
class TransfersArgs {
  @Field(() => TransferDirectionEnum, { description: 'Letters that reach the scope, or that leave a unit of it.' }) direction!: TransferDirection;
  @Field(() => [TransferStateEnum], { nullable: true, description: 'Only letters in one of these states.' }) states?: TransferState[] | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Only letters that wait to be accepted and were to be presented by now.' }) isOverdue!: boolean;
  @Field(() => Int, { description: 'Size of the page, 1 to 100.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'Start after the row of this cursor.' }) after?: string | null;
}

@Resolver()
export class TransferQueries {
  @Query(() => types.TransferConnectionType, { description: 'Letters of transfer, those first that are to be presented first.' })
  async transfers(@Ctx() context: RequestContext, @Args(() => TransfersArgs) args: TransfersArgs) {
    const first = checkedFirst(args.first, 100);
    const after = decodeCursor(args.after, 'DAY');
    const overdueOn = args.isOverdue ? await viewerToday(context) : null;
    const { rows, totalCount } = await listTransfers(await context.scope(), { direction: args.direction, states: args.states ?? null, overdueOn }, { first, after });
    if (rows.length > 0) context.auditOnce({ action: 'person.list', result: 'DONE' });
    const page = rows.map((row) => ({ row, cursor: [row.dueOn, row.id] as const }));
    return connectionOf<Transfer, TransferValue>(pageOf(page, first, totalCount, after !== null), transferValue);
  }

  @Query(() => types.TransferLetterType, { nullable: true, description: 'What the open letter of a code says; null where no open letter has it. Reading it leaves a line in the audit log.' })
  async transferByCode(@Ctx() context: RequestContext, @Arg('code', () => String, { description: 'The code on the paper; case and spaces do not matter.' }) code: string) {
    const codeHash = hashClaimCode(code);
    const letter = codeHash && (await findLetterByCode(await context.scope(), codeHash));
    if (letter) context.audit({ action: 'transfer.readByCode', result: 'DONE', subjectKind: 'Transfer', subjectId: letter.id });
    return letter;
  }
}

/** Whether the role of the viewer may take an action. */
async function viewerMay(context: RequestContext, action: Action): Promise<boolean> {
  const { actor } = await context.scope();
  return isAllowed(actor.role, action);
}

@Resolver(() => types.TransferType)
export class TransferResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: 'The person; null once they are where the viewer does not see them, and while they are not yet where the viewer does.' })
  async person(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    return await loadPersonValue(context, letter.personId);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The old unit; null outside the scope.' })
  async fromUnit(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    const unit = await loadUnit(context, letter.fromUnitId);
    return unit && unitValue(unit);
  }

  @FieldResolver(() => UnitType, { nullable: true, description: 'The new unit; null outside the scope, and while nobody has claimed the letter.' })
  async toUnit(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    const unit = letter.toUnitId && (await loadUnit(context, letter.toUnitId));
    return unit ? unitValue(unit) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the letter waits to be accepted and was to be presented by now.' })
  async isOverdue(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    return letter.state === 'ISSUED' && letter.dueOn < (await viewerToday(context));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may accept it without its code.' })
  async viewerCanAccept(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    return letter.state === 'ISSUED' && letter.isReceiver && (await viewerMay(context, 'transfer.accept'));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may cancel it.' })
  async viewerCanCancel(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    return letter.state === 'ISSUED' && letter.isSender && (await viewerMay(context, 'transfer.issue'));
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is temporary and the viewer may end it.' })
  async viewerCanEnd(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    return letter.state === 'ACCEPTED' && letter.kind === 'TEMPORARY' && (await viewerMay(context, 'transfer.issue'));
  }
}

@Resolver(() => PersonType)
export class PersonTransfersResolver {
  @FieldResolver(() => [types.TransferType], { description: 'Letters of transfer that leave or reach a unit of the scope, the latest first.' })
  async transfers(@Root() { person }: { readonly person: { readonly id: string } }, @Ctx() context: RequestContext) {
    return (await loadTransfersOf(context, person.id)).map(transferValue);
  }
}

@Resolver(() => types.TransferRefusedType)
export class TransferRefusedResolver {
  @FieldResolver(() => types.TransferType, { nullable: true, description: 'The letter as it stands, where another version of it was expected.' })
  async current(@Root() refused: { readonly transferId?: string }, @Ctx() context: RequestContext) {
    const letter = refused.transferId ? await loadTransfer(context, refused.transferId) : null;
    return letter && transferValue(letter);
  }
}
