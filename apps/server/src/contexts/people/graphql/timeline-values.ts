import type { CandidacyRefusalCode } from '@banyan/schema/lifecycle';
import { encodeId } from '../../../kernel/ids.ts';
import type { Day } from '../../../kernel/day.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { cannotTakeBack, cannotUndo } from '../application/may-record.ts';
import { actingUnit } from '../domain/approval-path.ts';
import { begunDossier, isOwnAct, rowOfLast } from '../domain/dossier.ts';
import { findPapersOf } from '../persistence/paper-rows.ts';
import { findParticipantsOf } from '../persistence/participant-rows.ts';
import { findStepsOf, type TimelineStep } from '../persistence/step-reads.ts';
import { findArrivals } from '../persistence/transfer-reads.ts';
import { TimelineStepType } from './candidacy-types.ts';
import { loadOfCandidacy, loadPathOn, type CandidacyValue } from './candidacy-values.ts';

/** Why the viewer may not undo the last of the lines that stand, or null. */
async function cannotUndoLast(value: CandidacyValue, standing: readonly TimelineStep[], context: RequestContext): Promise<CandidacyRefusalCode | null> {
  const { candidacy, pack } = value;
  const last = standing.at(-1);
  if (!last) return 'NOT_THE_LAST_STEP';
  const { actor } = await context.scope();
  const arrivals = context.loader<string, Day | null>('arrived-on', async (people) => {
    const found = await findArrivals(await context.scope(), people);
    return people.map((person) => found.get(person) ?? null);
  });
  const [found, arrivedOn] = await Promise.all([loadPathOn(context, candidacy.unitId, last.on), arrivals.load(candidacy.personId)]);
  const way = { isLatest: candidacy.isLatest, isAtClosedUnit: found?.hasClosed ?? true };
  if (last.step === 'TAKEN_UP') return cannotTakeBack(actor, way, await hasFile(candidacy.id, context));
  const row = found && isOwnAct(last, arrivedOn) ? rowOfLast(begunDossier(candidacy, standing), standing.slice(1), { pack, committeeProposes: found.committeeProposes }) : null;
  return cannotUndo(actor, way, row, row && found && actingUnit(found.path, row.by));
}

async function hasFile(candidacyId: string, context: RequestContext): Promise<boolean> {
  const [papers, participants] = await Promise.all([loadOfCandidacy(context, 'candidacy-papers', candidacyId, findPapersOf), loadOfCandidacy(context, 'candidacy-participants', candidacyId, findParticipantsOf)]);
  return papers.length + participants.length > 0;
}

/** The lines of a candidacy as the API shows them, in the order of recording. */
export async function timelineOf(value: CandidacyValue, context: RequestContext): Promise<TimelineStepType[]> {
  const lines = await loadOfCandidacy(context, 'candidacy-steps', value.candidacy.id, findStepsOf);
  const standing = lines.filter(({ reverses, reversedBy }) => reverses === null && reversedBy === null);
  const cannot = await cannotUndoLast(value, standing, context);
  const cannotUndoLine = (line: TimelineStep) => (line === standing.at(-1) ? cannot : 'NOT_THE_LAST_STEP');
  return lines.map((line) => Object.assign(new TimelineStepType(), line, {
    id: encodeId('CandidacyStep', line.id),
    candidacy: value,
    isLate: line.dueOn !== null && line.on > line.dueOn && line.reverses === null,
    recordedBy: line.recorderName,
    reverses: line.reverses && encodeId('CandidacyStep', line.reverses),
    isUndone: line.reversedBy !== null,
    viewerCanUndo: cannotUndoLine(line) === null,
    viewerCannotUndoBecause: cannotUndoLine(line),
  }));
}
