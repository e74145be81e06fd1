import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import type { DeadlineKind, TransferDirection, TransferKind, TransferOrder, TransferStanding } from '@banyan/schema/lifecycle';
import { checkedFirst, decodeCursor, pageOf } from '../../../kernel/connection.ts';
import type { Day } from '../../../kernel/day.ts';
import { decodeIdIfGiven, decodeIdOf } from '../../../kernel/ids.ts';
import { TransferDirectionEnum, TransferKindEnum, TransferOrderEnum, TransferRefusalCodeEnum, TransferStandingEnum } from '../../../platform/lifecycle-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { connectionOf, loadStub, loadUnit, stubValue, unitValue, UnitType } from '../../organisation/index.ts';
import { cannotAccept, cannotCancel, cannotEnd } from '../application/letter-acts.ts';
import { transferOptions } from '../application/may-issue.ts';
import { hashClaimCode } from '../domain/claim-code.ts';
import type { Person } from '../domain/person.ts';
import { isOpen, type Transfer } from '../domain/transfer.ts';
import { findLetterByCode, listTransfers } from '../persistence/transfer-reads.ts';
import { DeadlineType } from './candidacy-types.ts';
import { deadlineValue, loadChain, loadPath, viewerToday } from './candidacy-values.ts';
import { loadPersonValue } from './person-resolver.ts';
import { PersonType } from './person-types.ts';
import * as types from './transfer-types.ts';
import { codeRefusedValue, loadTransfer, loadTransfersOf, readTransfer, transferValue, type TransferValue } from './transfer-values.ts';

@ArgsType()
class TransfersArgs {
  @Field(() => TransferDirectionEnum, { nullable: true, description: 'Letters that reach the scope, or that leave a unit of it; either where it is left out.' }) direction?: TransferDirection | null;
  @Field(() => TransferStandingEnum, { nullable: true, description: 'Only letters of this part.' }) standing?: TransferStanding | null;
  @Field(() => [TransferKindEnum], { nullable: true, description: 'Only transfers of these kinds.' }) kinds?: TransferKind[] | null;
  @Field(() => ID, { nullable: true, description: 'Only letters that reach or leave a unit in the subtree of this one.' }) under?: string | null;
  @Field(() => Boolean, { defaultValue: false, description: 'Only letters that wait to be accepted and were to be presented by now.' }) isOverdue!: boolean;
  @Field(() => TransferOrderEnum, { defaultValue: 'DUE', description: 'Order of the list.' }) orderBy!: TransferOrder;
  @Field(() => Int, { description: 'Size of the page, 1 to 100.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'Start after the row of this cursor.' }) after?: string | null;
}

@Resolver()
export class TransferQueries {
  @Query(() => types.TransferType, { nullable: true, description: 'One letter of transfer; null where it neither leaves nor reaches the scope. Reading it leaves a line in the audit log.' })
  async transfer(@Ctx() context: RequestContext, @Arg('id', () => ID, { description: 'Opaque id.' }) id: string) {
    const uuid = decodeIdOf('Transfer', id);
    return uuid ? await readTransfer(context, uuid) : null;
  }

  @Query(() => types.TransferConnectionType, { description: 'Letters of transfer.' })
  async transfers(@Ctx() context: RequestContext, @Args(() => TransfersArgs) args: TransfersArgs) {
    const { direction = null, standing = null, kinds = null, orderBy } = args;
    const first = checkedFirst(args.first, 100);
    const after = decodeCursor(args.after, 'DAY');
    const under = decodeIdIfGiven('Unit', args.under);
    if (under === undefined) return connectionOf<Transfer, TransferValue>(pageOf<Transfer>([], first, 0, after !== null), transferValue);
    const overdueOn = args.isOverdue ? await viewerToday(context) : null;
    const { rows, totalCount } = await listTransfers(await context.scope(), { direction, standing, kinds, under, overdueOn }, { orderBy, first, after });
    if (rows.length > 0) context.auditOnce({ action: 'person.list', result: 'DONE' });
    const page = rows.map(({ letter, key }) => ({ row: letter, cursor: [key, letter.id] as const }));
    return connectionOf<Transfer, TransferValue>(pageOf(page, first, totalCount, after !== null), transferValue);
  }

  @Query(() => types.TransferByCodeResult, { description: 'What the open letter of a code says, or why the code opens none. Reading a letter leaves a line in the audit log.' })
  async transferByCode(@Ctx() context: RequestContext, @Arg('code', () => String, { description: 'The code on the paper; case and spaces do not matter.' }) code: string) {
    const codeHash = hashClaimCode(code);
    const found = codeHash ? await findLetterByCode(await context.scope(), codeHash) : ({ refusal: 'CODE_NOT_KNOWN' } as const);
    if ('refusal' in found) return codeRefusedValue(found.refusal);
    context.audit({ action: 'transfer.readByCode', result: 'DONE', subjectKind: 'Transfer', subjectId: found.id });
    return Object.assign(new types.TransferLetterType(), found);
  }
}

/** A limit of a letter that waits, as the API tells it; null of one that does not wait, or has no such limit. */
async function letterDeadline(context: RequestContext, letter: Transfer, kind: DeadlineKind, { dueOn, runsFrom }: { readonly dueOn: Day | null; readonly runsFrom: Day | null }) {
  if (letter.state !== 'ISSUED' || dueOn === null || runsFrom === null) return null;
  const unitId = letter.isSender ? letter.fromUnitId : letter.toUnitId;
  const calendar = (unitId && (await loadPath(context, unitId))?.calendar) || { holidays: new Set<string>() };
  return deadlineValue({ kind, dueOn, runsFrom, countedIn: 'WORKING_DAYS' }, await viewerToday(context), calendar);
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

  @FieldResolver(() => Boolean, { description: 'Whether it is temporary, runs, and was to end by now.' })
  async isTermOver(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    return letter.kind === 'TEMPORARY' && letter.state === 'ACCEPTED' && letter.untilOn !== null && letter.untilOn < (await viewerToday(context));
  }

  @FieldResolver(() => DeadlineType, { nullable: true, description: 'By when the member is to present the letter, while it waits.' })
  async presentation(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    return await letterDeadline(context, letter, 'TRANSFER_PRESENTATION', { dueOn: letter.dueOn, runsFrom: letter.issuedOn });
  }

  @FieldResolver(() => DeadlineType, { nullable: true, description: 'By when the member is to begin activity at the new place, while the letter waits and the day of the decision or the move is known.' })
  async start(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    return await letterDeadline(context, letter, 'TRANSFER_START', { dueOn: letter.startDueOn, runsFrom: letter.movedOn });
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may accept it without its code.' })
  async viewerCanAccept(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    return cannotAccept((await context.scope()).actor, letter) === null;
  }

  @FieldResolver(() => TransferRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not accept it.' })
  async viewerCannotAcceptBecause(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    return cannotAccept((await context.scope()).actor, letter);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may cancel it.' })
  async viewerCanCancel(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    return cannotCancel((await context.scope()).actor, letter) === null;
  }

  @FieldResolver(() => TransferRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not cancel it.' })
  async viewerCannotCancelBecause(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    return cannotCancel((await context.scope()).actor, letter);
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is temporary and the viewer may end it.' })
  async viewerCanEnd(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    return cannotEnd((await context.scope()).actor, letter) === null;
  }

  @FieldResolver(() => TransferRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not end it.' })
  async viewerCannotEndBecause(@Root() { letter }: TransferValue, @Ctx() context: RequestContext) {
    return cannotEnd((await context.scope()).actor, letter);
  }
}

@Resolver(() => PersonType)
export class PersonTransfersResolver {
  @FieldResolver(() => [types.TransferType], { description: 'Letters of transfer that leave or reach a unit of the scope, the latest first.' })
  async transfers(@Root() { person }: { readonly person: { readonly id: string } }, @Ctx() context: RequestContext) {
    return (await loadTransfersOf(context, person.id)).map(transferValue);
  }

  @FieldResolver(() => [types.TransferOptionType], { description: 'How far a transfer of the person can reach, whose act its letter is then, and whether the viewer may issue it now.' })
  async transferOptions(@Root() { person }: { readonly person: Pick<Person, 'id' | 'unitId' | 'state'> }, @Ctx() context: RequestContext) {
    const [chain, letters, { actor }] = await Promise.all([loadChain(context, person.unitId), loadTransfersOf(context, person.id), context.scope()]);
    const options = transferOptions(actor, { state: person.state, hasOpenLetter: letters.some(isOpen) }, chain ?? []);
    return await Promise.all(options.map(async ({ reach, issuer, cannot }) => {
      const stub = issuer && (await loadStub(context, issuer.id));
      return { reach, issuer: stub && stubValue(stub), viewerCan: cannot === null, viewerCannotBecause: cannot };
    }));
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
