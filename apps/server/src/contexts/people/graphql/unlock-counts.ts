import { Ctx, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import type { Role } from '@banyan/schema/enums';
import { dayInVietNam } from '../../../kernel/day.ts';
import { RoleEnum } from '../../../platform/graphql-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { loadStub, stubValue, UnitStubType } from '../../organisation/index.ts';
import { countUnlocks, type UnlockCount } from '../persistence/sensitive.ts';

@ObjectType('UnlockCount', { simpleResolvers: true, description: 'How many people an account unlocked the sensitive fields of, under one of its grants. Whose, and why, stands in the audit log.' })
export class UnlockCountType {
  @Field(() => String, { description: 'Name of the account as it is shown.' }) accountName!: string;
  @Field(() => RoleEnum, { description: 'Role of the grant.' }) role!: Role;
  @Field(() => Int, { description: 'Today.' }) ofDay!: number;
  @Field(() => Int, { description: 'In the thirty days that end today.' }) ofThirtyDays!: number;
}

@Resolver(() => UnlockCountType)
export class UnlockCounts {
  @Query(() => [UnlockCountType], { description: 'Unlocks of sensitive fields in the scope by account, for those above: the most of today first. Accounts without any in thirty days are left out.' })
  async unlockCounts(@Ctx() context: RequestContext) {
    return await countUnlocks(await context.scope(), dayInVietNam(context.now()));
  }

  @FieldResolver(() => UnitStubType, { description: 'The unit of the grant.' })
  async unit(@Root() { unitId }: UnlockCount, @Ctx() context: RequestContext) {
    const stub = await loadStub(context, unitId);
    return stub && stubValue(stub);
  }
}
