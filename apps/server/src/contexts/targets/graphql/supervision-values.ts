import { enSupervision } from '@banyan/schema/texts/en-supervision';
import { viSupervision } from '@banyan/schema/texts/vi-supervision';
import { encodeId } from '../../../kernel/ids.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import type { SupervisionOutcome } from '../application/assign-supervision.ts';
import type { Supervision, SupervisionRecord, SupervisionRefusal } from '../domain/supervision.ts';
import { findSupervision } from '../persistence/supervision-rows.ts';
import { SupervisionChangedType, SupervisionChangeType, SupervisionRefusedType, SupervisionType } from './supervision-types.ts';

/** An assignment as its resolvers pass it on. */
export type SupervisionValue = SupervisionType & { readonly row: Supervision };

/** An assignment as the API shows it. */
export function supervisionValue(row: Supervision): SupervisionValue {
  const { version, personName, unitName, bodyName, kind, post, from, until, state, documentNumber, documentIssuedOn, changeReason, recordedAt, endedAt, endCause, endReason } = row;
  return Object.assign(new SupervisionType(), {
    row, version, personName, unitName, bodyName, kind, post, from, until, state, documentNumber, documentIssuedOn, changeReason, recordedAt, endedAt, endCause, endReason,
    id: encodeId('Supervision', row.id),
    recordedBy: row.recorderName,
    endedBy: row.enderName,
  });
}

/** What stood before a change, as the API shows it. */
export function changeValue({ version, kind, post, from, until, documentNumber, documentIssuedOn, changeReason, recorderName, recordedAt }: SupervisionRecord): SupervisionChangeType {
  return Object.assign(new SupervisionChangeType(), { version, kind, post, from, until, documentNumber, documentIssuedOn, changeReason, recordedBy: recorderName, recordedAt });
}

function refusedValue({ code, field, conflict }: SupervisionRefusal, current: SupervisionValue | null): SupervisionRefusedType {
  return Object.assign(new SupervisionRefusedType(), { code, field, conflict: conflict ?? null, current, sentence: (language: 'VI' | 'EN') => (language === 'VI' ? viSupervision : enSupervision).refusals[code] });
}

/** What became of a change, as the API tells it: the assignment read anew, or the refusal. */
export async function supervisionOutcome(context: RequestContext, outcome: SupervisionOutcome) {
  const row = outcome.id === undefined ? null : await findSupervision(await context.scope(), outcome.id);
  const current = row && supervisionValue(row);
  if ('refused' in outcome) return refusedValue(outcome.refused, current);
  // What was made before under the key may lie elsewhere by now.
  return current ? Object.assign(new SupervisionChangedType(), { supervision: current }) : refusedValue({ code: 'NOT_FOUND', field: 'supervision' }, null);
}
