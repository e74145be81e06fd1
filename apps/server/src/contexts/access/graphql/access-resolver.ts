import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Language } from '@banyan/schema/enums';
import { texts } from '@banyan/schema/texts';
import { decodeIdOf, encodeId } from '../../../kernel/ids.ts';
import { LanguageEnum } from '../../../platform/graphql-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { endSession, signOut, switchGrant } from '../application/sessions.ts';
import { deleteView, saveView } from '../application/saved-views.ts';
import { signIn } from '../application/sign-in.ts';
import { listOwnGrants, listOwnSessions } from '../persistence/own-access.ts';
import { listOwnViews } from '../persistence/saved-views.ts';
import * as types from './access-types.ts';

async function viewerOf(context: RequestContext): Promise<types.ViewerValue | null> {
  const actor = await context.actor();
  return actor && { actor };
}

/** The viewer after a change that cannot have signed it out. */
async function changedViewer(context: RequestContext): Promise<types.ViewerValue> {
  const viewer = await viewerOf(context);
  if (!viewer) throw new Error('the session was opened and is not there');
  return viewer;
}

function made<T extends object>(type: new () => T, values: object): T {
  return Object.assign(new type(), values);
}

@Resolver(() => types.ViewerType)
export class ViewerResolver {
  @Query(() => types.ViewerType, { nullable: true, description: 'The account that asks; null when signed out.' })
  async viewer(@Ctx() context: RequestContext) {
    return await viewerOf(context);
  }

  @FieldResolver(() => types.AccountType, { description: 'The account.' })
  account(@Root() { actor }: types.ViewerValue) {
    return { id: encodeId('Account', actor.accountId), name: actor.accountName, displayName: actor.displayName };
  }

  @FieldResolver(() => String)
  role(@Root() { actor }: types.ViewerValue) {
    return actor.role;
  }

  @FieldResolver(() => types.GrantType, { description: 'The grant that is acting.' })
  async grant(@Root() { actor }: types.ViewerValue, @Ctx() context: RequestContext) {
    const grants = await listOwnGrants(await context.scope());
    return grants.find((grant) => grant.id === encodeId('Grant', actor.grantId));
  }

  @FieldResolver(() => [types.GrantType], { description: 'All grants of the account in force today.' })
  async grants(@Ctx() context: RequestContext) {
    return await listOwnGrants(await context.scope());
  }

  @FieldResolver(() => [types.SessionType], { description: 'Where the account is signed in, newest first.' })
  async sessions(@Ctx() context: RequestContext) {
    return await listOwnSessions(await context.scope());
  }

  @FieldResolver(() => [types.SavedViewType], { description: 'The views that the account keeps under the acting grant, oldest first: 50 at most.' })
  async views(@Ctx() context: RequestContext) {
    return await listOwnViews(await context.scope());
  }
}

@Resolver()
export class AccessMutations {
  @Mutation(() => types.SignInResult, { description: 'Signs in with a password. Wrong attempts make the next wait longer.' })
  async signIn(@Ctx() context: RequestContext, @Arg('input', () => types.SignInInput, { description: 'Account and password.' }) input: types.SignInInput) {
    const outcome = await signIn(context, input);
    return outcome.signedIn ? made(types.SignInSucceededType, { viewer: await changedViewer(context) }) : made(types.SignInRefusedType, outcome);
  }

  @Mutation(() => types.SignOutResult, { description: 'Ends the session that asks.' })
  async signOut(@Ctx() context: RequestContext) {
    await signOut(context);
    return made(types.SignOutSucceededType, { signedOut: true });
  }

  @Mutation(() => types.SwitchGrantResult, { description: 'Acts under another grant of the same account from now on.' })
  async switchGrant(@Ctx() context: RequestContext, @Arg('grant', () => ID, { description: 'Id of the grant.' }) grant: string) {
    const code = await switchGrant(context, decodeIdOf('Grant', grant));
    return code ? made(types.SwitchGrantRefusedType, { code }) : made(types.SwitchGrantSucceededType, { viewer: await changedViewer(context) });
  }

  @Mutation(() => types.EndSessionResult, { description: 'Ends one session of one\'s own account.' })
  async endSession(@Ctx() context: RequestContext, @Arg('session', () => ID, { description: 'Id of the session.' }) session: string) {
    const code = await endSession(context, decodeIdOf('Session', session));
    return code ? made(types.EndSessionRefusedType, { code }) : made(types.EndSessionSucceededType, { session });
  }

  @Mutation(() => types.SaveViewResult, { description: 'Keeps an address of the application under a name. The acting grant alone is offered it.' })
  async saveView(@Ctx() context: RequestContext, @Arg('input', () => types.SaveViewInput, { description: 'Name and address.' }) input: types.SaveViewInput) {
    const saved = await saveView(context, input);
    return 'view' in saved ? made(types.SaveViewSucceededType, saved) : made(types.SaveViewRefusedType, { code: saved.refused });
  }

  @Mutation(() => types.DeleteViewResult, { description: 'Deletes a view that one keeps under the acting grant.' })
  async deleteView(@Ctx() context: RequestContext, @Arg('view', () => ID, { description: 'Id of the view.' }) view: string) {
    const code = await deleteView(context, decodeIdOf('SavedView', view));
    return code ? made(types.DeleteViewRefusedType, { code }) : made(types.DeleteViewSucceededType, { view });
  }
}

@Resolver(() => types.RefusalType)
export class RefusalResolver {
  @FieldResolver(() => String, { description: 'The reason as a sentence.' })
  message(
    @Root() refusal: types.RefusalType,
    @Arg('language', () => LanguageEnum, { defaultValue: 'VI', description: 'Language of the sentence.' }) language: Language,
  ): string {
    if (refusal.sentence) return refusal.sentence(language);
    const { signIn: signInTexts, switchGrant: switchTexts, saveView: saveTexts, deleteView: deleteTexts } = texts[language].refusals;
    if (refusal instanceof types.SaveViewRefusedType) return saveTexts[refusal.code];
    if (refusal instanceof types.DeleteViewRefusedType) return deleteTexts[refusal.code];
    const sentences: Readonly<Record<string, string>> = { ...signInTexts, ...switchTexts };
    const code = refusal instanceof types.SignInRefusedType || refusal instanceof types.SwitchGrantRefusedType || refusal instanceof types.EndSessionRefusedType ? refusal.code : '';
    return sentences[code] ?? code;
  }
}
