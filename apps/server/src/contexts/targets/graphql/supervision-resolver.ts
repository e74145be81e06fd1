import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { supervisionStates, type SupervisionState } from '@banyan/schema/supervision';
import { checkedFirst, decodeCursor, pageOf } from '../../../kernel/connection.ts';
import { decodeIdOf, decodeIdOr, encodeId } from '../../../kernel/ids.ts';
import { SupervisionStateEnum } from '../../../platform/supervision-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { AccountType, GrantType, isAllowed, listOwnGrants, ViewerType, type GrantValue } from '../../access/index.ts';
import { connectionOf, loadStub, stubValue, UnitStubType, UnitType, type UnitValue } from '../../organisation/index.ts';
import { checkedSearch } from '../../people/index.ts';
import { assignSupervision, changeSupervision, endSupervision } from '../application/assign-supervision.ts';
import { whyFixed, type Supervision, type SupervisionRecord } from '../domain/supervision.ts';
import { findAssignable, findChanges, findOwnSupervisions, findSupervisionsOf, listSupervisions } from '../persistence/supervision-rows.ts';
import { DocumentType } from './document-types.ts';
import { loadDocument } from './document-values.ts';
import * as types from './supervision-types.ts';
import { changeValue, supervisionOutcome, supervisionValue, type SupervisionValue } from './supervision-values.ts';

@ArgsType()
class SupervisionsArgs {
  @Field(() => ID, { nullable: true, description: 'Only assignments to this unit and those below it; the unit of the acting grant where absent.' }) unit?: string | null;
  @Field(() => [SupervisionStateEnum], { nullable: true, description: 'Only those that stand so; all where it is left out.' }) states?: SupervisionState[] | null;
  @Field(() => String, { nullable: true, description: 'A part of the name of the person or of the unit, whatever its marks and case.' }) search?: string | null;
  @Field(() => Int, { description: 'Size of the page, 1 to 100.' }) first!: number;
  @Field(() => String, { nullable: true, description: 'Start after the row of this cursor.' }) after?: string | null;
}

/** The grants of the account that acts, read once for an operation. */
export async function loadOwnGrants(context: RequestContext): Promise<readonly GrantValue[]> {
  const scope = await context.scope();
  return await context.held('own grants', () => listOwnGrants(scope));
}

@Resolver()
export class SupervisionQueries {
  @Query(() => types.SupervisionConnectionType, { description: 'Who is in charge of the units of a subtree, those that began last first.' })
  async supervisions(@Ctx() context: RequestContext, @Args(() => SupervisionsArgs) args: SupervisionsArgs) {
    const first = checkedFirst(args.first, 100);
    const after = decodeCursor(args.after, 'DAY');
    const search = checkedSearch(args.search);
    const scope = await context.scope();
    const unitId = decodeIdOr('Unit', args.unit, scope.actor.unitId);
    const found = unitId && (await listSupervisions(scope, { unitId, states: args.states ?? supervisionStates, search }, { first, after }));
    const { rows, totalCount } = found || { rows: [], totalCount: 0 };
    const page = rows.map(({ supervision, key }) => ({ row: supervision, cursor: [key, supervision.id] as const }));
    return connectionOf<Supervision, SupervisionValue>(pageOf(page, first, totalCount, after !== null), supervisionValue);
  }

  @Query(() => [AccountType], { description: 'Accounts that may be assigned: those of the scope in whose name a text is found, and the one of the tree that has exactly that name.' })
  async assignableAccounts(
    @Ctx() context: RequestContext,
    @Arg('first', () => Int, { description: 'How many at the most, 1 to 100.' }) first: number,
    @Arg('search', () => String, { nullable: true, description: 'A part of a name, or the exact name that an account signs in with.' }) search: string | null,
  ) {
    const found = await findAssignable(await context.scope(), checkedSearch(search) ?? '', checkedFirst(first, 100));
    return found.map(({ id, name, displayName }) => ({ id: encodeId('Account', id), name, displayName }));
  }
}

const withHistoryOf = { defaultValue: false, description: 'Whether those that are over are listed too.' };

@Resolver(() => UnitType)
export class UnitSupervisionsResolver {
  @FieldResolver(() => [types.SupervisionType], { description: 'Who is in charge of the unit, now and later; whoever was, too, where it is asked for.' })
  async supervisions(@Root() { unit }: UnitValue, @Ctx() context: RequestContext, @Arg('withHistory', () => Boolean, withHistoryOf) withHistory: boolean) {
    const loader = context.loader<string, Supervision[]>(`supervisions-of-unit ${withHistory}`, async (ids) => {
      const found = await findSupervisionsOf(await context.scope(), ids, withHistory);
      return ids.map((id) => found.get(id) ?? []);
    });
    return (await loader.load(unit.id)).map(supervisionValue);
  }

  @FieldResolver(() => types.SupervisionActionType, { description: 'Whether the viewer can put somebody in charge of it.' })
  async viewerCanAssignSupervisor(@Root() unit: UnitValue, @Ctx() context: RequestContext): Promise<types.SupervisionActionType> {
    const { actor } = await context.scope();
    const because = !isAllowed(actor.role, 'supervision.assign') ? 'FORBIDDEN_FOR_ROLE' : unit.closedOn === null ? null : 'UNIT_CLOSED';
    return { can: because === null, because };
  }
}

@Resolver(() => ViewerType)
export class ViewerSupervisionsResolver {
  @FieldResolver(() => [types.SupervisionType], { description: 'What the account is in charge of, wherever it lies, now and later; what it was in charge of, too, where it is asked for.' })
  async supervisions(@Ctx() context: RequestContext, @Arg('withHistory', () => Boolean, withHistoryOf) withHistory: boolean) {
    return (await findOwnSupervisions(await context.scope(), withHistory)).map(supervisionValue);
  }
}

@Resolver(() => types.SupervisionType)
export class SupervisionResolver {
  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The unit; null where it lies outside the acting scope.' })
  async unit(@Root() { row }: SupervisionValue, @Ctx() context: RequestContext) {
    const stub = await loadStub(context, row.unitId);
    return stub && stubValue(stub);
  }

  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The body that assigned it; null where the viewer does not see it.' })
  async body(@Root() { row }: SupervisionValue, @Ctx() context: RequestContext) {
    const stub = await loadStub(context, row.bodyId);
    return stub && stubValue(stub);
  }

  @FieldResolver(() => DocumentType, { nullable: true, description: 'The document that decided it, where it is named and seen.' })
  async document(@Root() { row }: SupervisionValue, @Ctx() context: RequestContext) {
    return row.documentId && (await loadDocument(context, row.documentId));
  }

  @FieldResolver(() => GrantType, { nullable: true, description: 'The viewer\'s own grant that it is, while it is in force: what can be switched to.' })
  async grant(@Root() { row }: SupervisionValue, @Ctx() context: RequestContext) {
    const own = row.isOwn ? await loadOwnGrants(context) : [];
    return own.find(({ id }) => id === encodeId('Grant', row.grantId)) ?? null;
  }

  @FieldResolver(() => [types.SupervisionChangeType], { description: 'What stood before each change, the latest first.' })
  async changes(@Root() { row }: SupervisionValue, @Ctx() context: RequestContext) {
    const loader = context.loader<string, SupervisionRecord[]>('changes-of-supervision', async (ids) => {
      const found = await findChanges(await context.scope(), ids);
      return ids.map((id) => found.get(id) ?? []);
    });
    return row.version === 1 ? [] : (await loader.load(row.id)).map(changeValue);
  }

  @FieldResolver(() => types.SupervisionActionType, { description: 'Whether the viewer can change it and end it.' })
  async viewerCanChange(@Root() { row }: SupervisionValue, @Ctx() context: RequestContext): Promise<types.SupervisionActionType> {
    const { actor } = await context.scope();
    const because = isAllowed(actor.role, 'supervision.assign') ? whyFixed(row) : 'FORBIDDEN_FOR_ROLE';
    return { can: because === null, because };
  }
}

/** The terms as they are sent. A document is undefined where what was sent names none. */
function termsOf({ kind, post, from, until = null, documentNumber, documentIssuedOn, document = null }: types.AssignSupervisionInput | types.ChangeSupervisionInput) {
  const documentId = document === null ? null : (decodeIdOf('Document', document) ?? undefined);
  return { kind, post, from, until, documentNumber, documentIssuedOn, documentId };
}

@Resolver()
export class SupervisionMutations {
  @Mutation(() => types.SupervisionResult, { description: 'Puts an account in charge of a unit for a time: it reads the unit and all below it on those days, and changes nothing.' })
  async assignSupervision(@Ctx() context: RequestContext, @Arg('input', () => types.AssignSupervisionInput, { description: 'Who, which unit, and what was decided.' }) input: types.AssignSupervisionInput) {
    const { unit, account, idempotencyKey } = input;
    return await supervisionOutcome(context, await assignSupervision(context, { ...termsOf(input), unitId: decodeIdOf('Unit', unit), account, idempotencyKey }));
  }

  @Mutation(() => types.SupervisionResult, { description: 'Decides otherwise about an assignment that is not over. What stood before stays in its history.' })
  async changeSupervision(@Ctx() context: RequestContext, @Arg('input', () => types.ChangeSupervisionInput, { description: 'What is decided.' }) input: types.ChangeSupervisionInput) {
    const { supervision, expectedVersion, reason } = input;
    return await supervisionOutcome(context, await changeSupervision(context, { ...termsOf(input), supervisionId: decodeIdOf('Supervision', supervision), expectedVersion, reason }));
  }

  @Mutation(() => types.SupervisionResult, { description: 'Ends an assignment at once. What it lets the account read is gone with the next request.' })
  async endSupervision(@Ctx() context: RequestContext, @Arg('input', () => types.EndSupervisionInput, { description: 'Which one, and why.' }) input: types.EndSupervisionInput) {
    const { supervision, until, ...rest } = input;
    return await supervisionOutcome(context, await endSupervision(context, { ...rest, until: until ?? null, supervisionId: decodeIdOf('Supervision', supervision) }));
  }
}
