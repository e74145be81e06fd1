import type { SignInRefusalCode } from '@banyan/schema/enums';
import type { RequestContext } from '../../../platform/request-context.ts';
import { credentialOf, newSecret } from '../domain/credential.ts';
import { isPassword } from '../domain/password.ts';
import { signInLimits, type SignInLimits } from './sign-in-limits.ts';
import { insertAuditLines } from '../persistence/audit.ts';
import { endOwnSession } from './sessions.ts';
import { VerificationQueue } from './verification-queue.ts';

export type SignInOutcome =
  | { readonly signedIn: true }
  | { readonly signedIn: false; readonly code: SignInRefusalCode; readonly retryAfterSeconds: number | null };

/** Verifying costs memory and a core: one at a time, and no endless queue. */
const queue = new VerificationQueue(1, 50);
const limitsOf = new WeakMap<object, SignInLimits>();

function limitsFor(context: RequestContext): SignInLimits {
  const known = limitsOf.get(context.database.pool) ?? signInLimits(context.database.pool);
  limitsOf.set(context.database.pool, known);
  return known;
}

interface Credentials {
  account_id: string;
  password_hash: string;
  /** Position of the account's first unit: whose log a refused sign-in belongs to. */
  unit_position: string;
}

async function findCredentials(context: RequestContext, account: string): Promise<Credentials | undefined> {
  return (await context.database.pool.query<Credentials>('select * from app.find_credentials($1)', [account])).rows[0];
}

/** Signs an account in with its password. Unknown and wrong take the same time and get the same answer. */
export async function signIn(context: RequestContext, input: { account: string; password: string }): Promise<SignInOutcome> {
  const limits = limitsFor(context);
  // The limits need a connection: one that is waited for while holding the snapshot's could be waited for by all at once.
  await context.renew();
  const known = await findCredentials(context, input.account);
  const retryAfterSeconds = await limits.take(input.account, context.network);
  if (retryAfterSeconds > 0) return refuse(context, known, 'WAIT', retryAfterSeconds);

  const right = await queue.run(async () => await isPassword(input.password, known?.password_hash ?? null));
  if (right === undefined) return refuse(context, known, 'BUSY', 2);
  if (!right || !known) return refuse(context, known, 'WRONG_CREDENTIALS', null);

  context.setCookie(await openSession(context, known.account_id));
  await limits.succeed(input.account, context.network);
  await context.renew();
  return { signedIn: true };
}

/** Opens a session under a new secret and ends the one that this browser had. Returns the secret. */
async function openSession(context: RequestContext, accountId: string): Promise<string> {
  const secret = newSecret();
  const credential = credentialOf(secret);
  await context.database.write('', async (transaction) => {
    await transaction.query(`select app.open_session($1, decode($2, 'hex'), $3)`, [accountId, credential, context.network]);
    const actor = await transaction.enter(credential);
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'account.signIn', result: 'DONE' }]);
  });
  if (context.credential) await endOwnSession(context);
  context.credential = credential;
  return secret;
}

function refuse(context: RequestContext, known: Credentials | undefined, code: SignInRefusalCode, retryAfterSeconds: number | null): SignInOutcome {
  const about = known ? { subjectKind: 'Account', subjectId: known.account_id, position: known.unit_position } : {};
  context.audit({ action: 'account.signIn', result: 'REFUSED', code, ...about });
  return { signedIn: false, code, retryAfterSeconds };
}
