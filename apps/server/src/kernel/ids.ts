/** The types that an opaque id may name. */
export type IdType = 'Unit' | 'Person' | 'Account' | 'Grant' | 'Session' | 'Entry' | 'Evidence' | 'SavedView' | 'Candidacy' | 'CandidacyStep' | 'Paper' | 'File' | 'Participant' | 'Transfer' | 'UnitPower' | 'Correction' | 'Mark' | 'Document' | 'Target' | 'Supervision' | 'Plan' | 'PlanItem' | 'Obstacle' | 'Inspection' | 'Reminder' | 'Locality';

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The opaque id under which the API knows a row. */
export function encodeId(type: IdType, uuid: string): string {
  return encoded(type, uuid);
}

function encoded(type: string, uuid: string): string {
  return Buffer.from(`${type}:${uuid}`).toString('base64url');
}

/** Type and row of an opaque id, or null where the text is no id of ours: to a caller that is the same as a row that is not there. */
export function decodeId(id: string): { type: string; uuid: string } | null {
  const [type, uuid, ...rest] = Buffer.from(id, 'base64url').toString('utf8').split(':');
  if (type === undefined || uuid === undefined || rest.length > 0 || !uuidForm.test(uuid)) return null;
  return encoded(type, uuid) === id ? { type, uuid } : null;
}

/** The row of an id of one type, or null. */
export function decodeIdOf(type: IdType, id: string): string | null {
  const decoded = decodeId(id);
  return decoded?.type === type ? decoded.uuid : null;
}

/** The row of an id of one type that may be left out: null where it was; undefined where what was given is no id of ours, an empty text among them. */
export function decodeIdIfGiven(type: IdType, id: string | null | undefined): string | null | undefined {
  return id === null || id === undefined ? null : (decodeIdOf(type, id) ?? undefined);
}

/** The row of an id of one type, or another where none was given; null where what was given is no id of ours. */
export function decodeIdOr(type: IdType, id: string | null | undefined, otherwise: string): string | null {
  return id === null || id === undefined ? otherwise : decodeIdOf(type, id);
}
