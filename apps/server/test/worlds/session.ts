import { createHash } from 'node:crypto';
import type pg from 'pg';

/** The secret of an account's test session: opened in the database, so that no password is verified. */
export function secretOf(accountName: string): string {
  return createHash('sha256').update(`session of ${accountName}`).digest('base64url');
}

/** What the server derives from a secret. */
export function credentialOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Opens a session for each account under its first grant, as the owner. */
export async function openSessions(owner: pg.Client, sessions: readonly { account: string; accountId: string; grantId: string }[]): Promise<void> {
  await owner.query(
    `insert into session (id, account_id, grant_id, credential_hash, network, expires_at, last_seen_at)
     select s."grantId", s."accountId", s."grantId", decode(s.hash, 'hex'), '127.0.0.1', now() + interval '8 hours', now()
     from jsonb_to_recordset($1::jsonb) as s ("accountId" uuid, "grantId" uuid, hash text)
     on conflict (id) do nothing`,
    [JSON.stringify(sessions.map(({ account, ...ids }) => ({ ...ids, hash: credentialOf(secretOf(account)) })))],
  );
}
