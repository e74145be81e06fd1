import type { Actor } from '../../../kernel/actor.ts';
import type { Sql } from '../../../kernel/sql.ts';
import type { AuditLine } from '../../../platform/request-context.ts';

/** Writes lines of the audit log under the name of who acts. They hold ids and codes, never values. */
export async function insertAuditLines(
  sql: Sql,
  who: { requestId: string; network: string; actor: Actor | null },
  lines: readonly AuditLine[],
): Promise<void> {
  const { actor } = who;
  await sql.query(
    `insert into audit_event (request_id, account_id, grant_id, session_id, position, network, action, subject_kind, subject_id, result, code)
     select $1, $2, $3, $4, coalesce($5::bigint, line.position), $6, line.action, line.subject_kind, line.subject_id, line.result, line.code
     from jsonb_to_recordset($7::jsonb) as line (action text, subject_kind text, subject_id uuid, result text, code text, position bigint)`,
    [
      who.requestId,
      actor?.accountId ?? null,
      actor?.grantId ?? null,
      actor?.sessionId ?? null,
      actor?.lo ?? null,
      who.network,
      JSON.stringify(
        lines.map((line) => ({
          action: line.action,
          subject_kind: line.subjectKind ?? null,
          subject_id: line.subjectId ?? null,
          result: line.result,
          code: line.code ?? null,
          position: line.position ?? null,
        })),
      ),
    ],
  );
}
