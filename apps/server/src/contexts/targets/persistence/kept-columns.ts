/** Whether a record `r` is seen from an interval ($1 to $2): inside of it, or handed down from above it. */
export function seen(r: string): string {
  return `(${r}.position + 0 between $1 and $2 or (${r}.is_handed_down and exists (select from unit_stub s where s.unit_id = ${r}.unit_id and s.lo <= $1 and s.hi >= $2)))`;
}

/** The columns that every record `r` has, for a reader of an interval ($1 to $2). */
export function keptColumns(r: string): string {
  return `${r}.id, ${r}.version, ${r}.position + 0 between $1 and $2 as "isWithin", ${r}.taken_back_reason as "takenBackReason", ${r}.taken_back_by as "takenBackBy",
  ${r}.recorder_name as "recorderName", ${r}.recorded_at as "recordedAt"`;
}
