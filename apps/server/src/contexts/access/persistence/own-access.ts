import type { Role } from '@banyan/schema/enums';
import { encodeId } from '../../../kernel/ids.ts';
import type { Scope } from '../../../platform/scope.ts';

interface GrantRow {
  id: string;
  role: Role;
  unit_id: string;
  code: string;
  name: string;
  configuration: string;
  kind: string;
  starts_on: string;
  ends_on: string | null;
}

/** The acting account's grants in force, oldest first. */
export async function listOwnGrants(scope: Scope) {
  const rows = await scope.query<GrantRow>('select * from app.own_grants()');
  return rows.map((row) => ({
    id: encodeId('Grant', row.id),
    role: row.role,
    from: row.starts_on,
    to: row.ends_on,
    unitId: row.unit_id,
    unitCode: row.code,
    unitName: row.name,
    configuration: row.configuration,
    kind: row.kind,
  }));
}

interface SessionRow {
  id: string;
  network: string;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
}

/** The acting account's sessions that are still alive, newest first. */
export async function listOwnSessions(scope: Scope) {
  const rows = await scope.query<SessionRow>(
    `select id, network, created_at, last_seen_at, expires_at from session
     where account_id = $1 and expires_at > now() and last_seen_at > now() - interval '60 minutes' order by created_at desc, id`,
    [scope.actor.accountId],
  );
  return rows.map((row) => ({
    id: encodeId('Session', row.id),
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    expiresAt: row.expires_at,
    network: row.network,
    current: row.id === scope.actor.sessionId,
  }));
}
