import type { SwitchGrantRefusalCode } from '@banyan/schema/enums';
import type { Database } from '../../../platform/database.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { credentialOf, newSecret } from '../domain/credential.ts';
import { insertAuditLines } from '../persistence/audit.ts';
import { SessionEntity } from '../persistence/entities.ts';

/** Notes that a session is in use: it ends by itself 60 minutes after it was last seen. */
export async function touchSession(database: Database, credential: string): Promise<void> {
  await database.write(credential, async (transaction) => {
    if (transaction.actor) await transaction.query('update session set last_seen_at = now() where id = $1', [transaction.actor.sessionId]);
  });
}

/** Ends the session that is acting. Nothing happens where there is none. */
export async function endOwnSession(context: RequestContext): Promise<void> {
  await context.database.write(context.credential, async (transaction) => {
    if (!transaction.actor) return;
    await transaction.em.nativeDelete(SessionEntity, { id: transaction.actor.sessionId });
    await insertAuditLines(transaction, { ...context, actor: transaction.actor }, [{ action: 'session.end', result: 'DONE' }]);
  });
}

/** Signs out: ends the session and forgets its cookie. */
export async function signOut(context: RequestContext): Promise<void> {
  await endOwnSession(context);
  context.setCookie(null);
  context.credential = '';
  await context.renew();
}

/** Ends one session of one's own account. Returns a refusal, or null where it is ended. */
export async function endSession(context: RequestContext, sessionId: string | null): Promise<SwitchGrantRefusalCode | null> {
  const ended = await context.database.write(context.credential, async (transaction) => {
    if (!transaction.actor) return 'SIGNED_OUT' as const;
    const { actor, em } = transaction;
    const deleted = sessionId ? await em.nativeDelete(SessionEntity, { id: sessionId, accountId: actor.accountId }) : 0;
    if (!sessionId || deleted === 0) return 'NOT_FOUND' as const;
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'session.end', result: 'DONE', subjectKind: 'Session', subjectId: sessionId }]);
    return null;
  });
  await context.renew();
  return ended;
}

/** Acts under another grant of one's own from now on. The session gets a new secret: its rights have changed. */
export async function switchGrant(context: RequestContext, grantId: string | null): Promise<SwitchGrantRefusalCode | null> {
  const secret = newSecret();
  const refusal = await context.database.write(context.credential, async (transaction) => {
    const { actor, em } = transaction;
    if (!actor) return 'SIGNED_OUT' as const;
    const own = await transaction.query<{ id: string }>('select id from app.own_grants()');
    const grant = own.find((known) => known.id === grantId);
    if (!grant) return 'NOT_FOUND' as const;
    await em.nativeUpdate(SessionEntity, { id: actor.sessionId }, { grantId: grant.id });
    await transaction.query(`update session set credential_hash = decode($1, 'hex') where id = $2`, [credentialOf(secret), actor.sessionId]);
    await insertAuditLines(transaction, { ...context, actor }, [{ action: 'grant.switch', result: 'DONE', subjectKind: 'Grant', subjectId: grant.id }]);
    return null;
  });
  if (refusal === null) {
    context.setCookie(secret);
    context.credential = credentialOf(secret);
  }
  await context.renew();
  return refusal;
}
