import { createUnionType, Field, ID, InputType, Int, InterfaceType, ObjectType } from 'type-graphql';
import type { DeleteViewRefusalCode, Language, Role, SaveViewRefusalCode, SignInRefusalCode, SwitchGrantRefusalCode } from '@banyan/schema/enums';
import type { Actor } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import { DeleteViewRefusalCodeEnum, RoleEnum, SaveViewRefusalCodeEnum, SignInRefusalCodeEnum, SwitchGrantRefusalCodeEnum } from '../../../platform/graphql-enums.ts';
import { DateScalar, DateTimeScalar } from '../../../platform/graphql-scalars.ts';

/** What the resolvers of a viewer start from. */
export interface ViewerValue {
  readonly actor: Actor;
}

/** What the resolvers of a grant start from. */
export interface GrantValue {
  readonly id: string;
  readonly role: Role;
  readonly from: Day;
  readonly to: Day | null;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly configuration: string;
  readonly kind: string;
}

@ObjectType('Account', { description: 'Who signs in.' })
export class AccountType {
  @Field(() => ID, { description: 'Opaque id.' }) id!: string;
  @Field(() => String, { description: 'Name to sign in with.' }) name!: string;
  @Field(() => String, { description: 'Name to show.' }) displayName!: string;
}

@ObjectType('Grant', { description: 'An account\'s role at a unit, with dates. A request acts under one.' })
export class GrantType {
  @Field(() => ID, { description: 'Opaque id.' }) id!: string;
  @Field(() => RoleEnum, { description: 'The role.' }) role!: Role;
  @Field(() => DateScalar, { description: 'First day.' }) from!: Day;
  @Field(() => DateScalar, { nullable: true, description: 'Last day; null without end.' }) to!: Day | null;
}

@ObjectType('Session', { description: 'A signed-in browser of one\'s own account.' })
export class SessionType {
  @Field(() => ID, { description: 'Opaque id.' }) id!: string;
  @Field(() => DateTimeScalar, { description: 'When it began.' }) createdAt!: Date;
  @Field(() => DateTimeScalar, { description: 'When it was last used, to the minute.' }) lastSeenAt!: Date;
  @Field(() => DateTimeScalar, { description: 'When it ends at the latest.' }) expiresAt!: Date;
  @Field(() => String, { description: 'Network that it was opened from.' }) network!: string;
  @Field(() => Boolean, { description: 'Whether it is the one asking.' }) current!: boolean;
}

@ObjectType('SavedView', { description: 'A view of the application that an account keeps under a name, for the grant under which it was saved.' })
export class SavedViewType {
  @Field(() => ID, { description: 'Opaque id.' }) id!: string;
  @Field(() => String, { description: 'The name, in composed form.' }) name!: string;
  @Field(() => String, { description: 'Path and search of a page of the application; begins with one slash and names no host.' }) address!: string;
  @Field(() => DateTimeScalar, { description: 'When it was saved.' }) createdAt!: Date;
}

@ObjectType('Viewer', { description: 'The account that asks, under the grant that is acting.' })
export class ViewerType {
  @Field(() => AccountType, { description: 'The account.' }) account!: AccountType;
  @Field(() => RoleEnum, { description: 'The role of the acting grant.' }) role!: Role;
}

@InterfaceType('Refusal', { description: 'Why a change was not made.' })
export abstract class RefusalType {
  /** The reason in words, where the context that refuses has its own. */
  sentence?: (language: Language) => string;
}

@ObjectType('SignInSucceeded', { description: 'Signed in; the session\'s cookie comes with the answer.' })
export class SignInSucceededType {
  @Field(() => ViewerType, { description: 'The account, under its first grant.' }) viewer!: ViewerValue;
}

@ObjectType('SignInRefused', { implements: RefusalType, description: 'Not signed in. The answer is the same for an unknown account and a wrong password.' })
export class SignInRefusedType extends RefusalType {
  @Field(() => SignInRefusalCodeEnum, { description: 'Why.' }) code!: SignInRefusalCode;
  @Field(() => Int, { nullable: true, description: 'Seconds after which another attempt is allowed.' }) retryAfterSeconds!: number | null;
}

@ObjectType('SignOutSucceeded', { description: 'Signed out.' })
export class SignOutSucceededType {
  @Field(() => Boolean, { description: 'Always true.' }) signedOut!: boolean;
}

@ObjectType('SwitchGrantSucceeded', { description: 'Acting under the other grant from now on.' })
export class SwitchGrantSucceededType {
  @Field(() => ViewerType, { description: 'The account, under that grant.' }) viewer!: ViewerValue;
}

@ObjectType('SwitchGrantRefused', { implements: RefusalType, description: 'Still acting under the same grant.' })
export class SwitchGrantRefusedType extends RefusalType {
  @Field(() => SwitchGrantRefusalCodeEnum, { description: 'Why.' }) code!: SwitchGrantRefusalCode;
}

@ObjectType('EndSessionSucceeded', { description: 'That session has ended.' })
export class EndSessionSucceededType {
  @Field(() => ID, { description: 'The session that has ended.' }) session!: string;
}

@ObjectType('EndSessionRefused', { implements: RefusalType, description: 'No session was ended.' })
export class EndSessionRefusedType extends RefusalType {
  @Field(() => SwitchGrantRefusalCodeEnum, { description: 'Why.' }) code!: SwitchGrantRefusalCode;
}

@ObjectType('SaveViewSucceeded', { description: 'The view is kept.' })
export class SaveViewSucceededType {
  @Field(() => SavedViewType, { description: 'The view.' }) view!: SavedViewType;
}

@ObjectType('SaveViewRefused', { implements: RefusalType, description: 'The view was not saved.' })
export class SaveViewRefusedType extends RefusalType {
  @Field(() => SaveViewRefusalCodeEnum, { description: 'Why.' }) code!: SaveViewRefusalCode;
}

@ObjectType('DeleteViewSucceeded', { description: 'That view is deleted.' })
export class DeleteViewSucceededType {
  @Field(() => ID, { description: 'The view that is deleted.' }) view!: string;
}

@ObjectType('DeleteViewRefused', { implements: RefusalType, description: 'No view was deleted.' })
export class DeleteViewRefusedType extends RefusalType {
  @Field(() => DeleteViewRefusalCodeEnum, { description: 'Why.' }) code!: DeleteViewRefusalCode;
}

function byClass<T extends readonly (new () => object)[]>(name: string, description: string, types: () => T) {
  return createUnionType({ name, description, types });
}

export const SignInResult = byClass('SignInResult', 'Outcome of a sign-in.', () => [SignInSucceededType, SignInRefusedType] as const);
export const SignOutResult = byClass('SignOutResult', 'Outcome of a sign-out.', () => [SignOutSucceededType] as const);
export const SwitchGrantResult = byClass(
  'SwitchGrantResult',
  'Outcome of a switch of grant.',
  () => [SwitchGrantSucceededType, SwitchGrantRefusedType] as const,
);
export const EndSessionResult = byClass('EndSessionResult', 'Outcome of ending a session.', () => [EndSessionSucceededType, EndSessionRefusedType] as const);
export const SaveViewResult = byClass('SaveViewResult', 'Outcome of saving a view.', () => [SaveViewSucceededType, SaveViewRefusedType] as const);
export const DeleteViewResult = byClass('DeleteViewResult', 'Outcome of deleting a view.', () => [DeleteViewSucceededType, DeleteViewRefusedType] as const);

@InputType('SignInInput', { description: 'What is presented to sign in.' })
export class SignInInput {
  @Field(() => String, { description: 'Name of the account; case does not matter.' }) account!: string;
  @Field(() => String, { description: 'The password.' }) password!: string;
}

@InputType('SaveViewInput', { description: 'What is kept.' })
export class SaveViewInput {
  @Field(() => String, { description: '1 to 80 characters, no other view of the acting grant has it; case does not matter.' }) name!: string;
  @Field(() => String, { description: 'Path and search of a page of the application, 1,000 characters at most.' }) address!: string;
}
