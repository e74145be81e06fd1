import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { decodeIdOf } from '../../../kernel/ids.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { addCandidate } from '../application/add-candidate.ts';
import { changePaper, recordPaper } from '../application/keep-paper.ts';
import { dismissParticipant, nameParticipant } from '../application/keep-participant.ts';
import { beginAgain } from '../application/begin-again.ts';
import { removeFile } from '../application/remove-file.ts';
import { recordStep } from '../application/record-step.ts';
import { recordSteps } from '../application/record-steps.ts';
import type { Refusal } from '../application/refusal.ts';
import { takeUpMember } from '../application/take-up-member.ts';
import { undoStep } from '../application/undo-step.ts';
import * as inputs from './candidacy-inputs.ts';
import * as types from './candidacy-types.ts';
import { changedValue, refusedValue } from './candidacy-values.ts';

async function told(context: RequestContext, outcome: { readonly candidacyId: string; readonly stepId?: string } | { readonly refused: Refusal }) {
  return 'refused' in outcome ? refusedValue(outcome.refused) : await changedValue(context, outcome.candidacyId, outcome.stepId ?? null);
}

@Resolver()
export class CandidacyMutations {
  @Mutation(() => types.CandidacyResult, { description: 'Adds somebody whom a cell has found as a source.' })
  async addCandidate(@Ctx() context: RequestContext, @Arg('input', () => inputs.AddCandidateInput, { description: 'The person and the cell.' }) input: inputs.AddCandidateInput) {
    const { unit, personalNumber = null, ...rest } = input;
    return await told(context, await addCandidate(context, { ...rest, personalNumber, unitId: decodeIdOf('Unit', unit) }));
  }

  @Mutation(() => types.CandidacyResult, { description: 'Records a step of a candidacy. What it changes of the counts stands in the figures with it.' })
  async recordStep(@Ctx() context: RequestContext, @Arg('input', () => inputs.RecordStepInput, { description: 'The step and its facts.' }) input: inputs.RecordStepInput) {
    const { candidacy, documentNumber = null, certificateNumber = null, provinceConsentNumber = null, upperConsentNumber = null, removalGround = null, receivedOn = null, reason = null, vote = null, idempotencyKey = null, ...rest } = input;
    const facts = { documentNumber, certificateNumber, provinceConsentNumber, upperConsentNumber, removalGround, receivedOn, reason, vote };
    return await told(context, await recordStep(context, { ...rest, ...facts, idempotencyKey, candidacyId: decodeIdOf('Candidacy', candidacy) }));
  }

  @Mutation(() => types.CandidacyResult, { description: 'Undoes the last step of a candidacy, and its entries.' })
  async undoStep(@Ctx() context: RequestContext, @Arg('input', () => inputs.UndoStepInput, { description: 'The step, and why.' }) input: inputs.UndoStepInput) {
    const { candidacy, step, ...rest } = input;
    return await told(context, await undoStep(context, { ...rest, candidacyId: decodeIdOf('Candidacy', candidacy), stepId: decodeIdOf('CandidacyStep', step) }));
  }

  @Mutation(() => types.CandidacyResult, { description: 'Begins another candidacy of somebody whose last one ended, before membership or after it: the whole way again. `Candidacy.beginAgain` tells the conditions.' })
  async beginAgain(@Ctx() context: RequestContext, @Arg('input', () => inputs.BeginAgainInput, { description: 'Whose, and what speaks for it.' }) input: inputs.BeginAgainInput) {
    const { candidacy, consentNumber = null, convictionClearedOn = null, ...rest } = input;
    return await told(context, await beginAgain(context, { ...rest, consentNumber, convictionClearedOn, candidacyId: decodeIdOf('Candidacy', candidacy) }));
  }

  @Mutation(() => types.CandidacyResult, { description: 'Takes up the way of a member who was one before it was recorded, out of the dates on record: from then on its steps are recorded, as an exit. No count changes. `Person.viewerCanTakeUp` tells who may.' })
  async takeUpMember(@Ctx() context: RequestContext, @Arg('input', () => inputs.TakeUpMemberInput, { description: 'Whose.' }) { person, idempotencyKey }: inputs.TakeUpMemberInput) {
    return await told(context, await takeUpMember(context, { personId: decodeIdOf('Person', person), idempotencyKey }));
  }

  @Mutation(() => types.RecordStepsResult, { description: 'Records one step of many people under one document: of all of them, or of none where one cannot take it.' })
  async recordSteps(@Ctx() context: RequestContext, @Arg('input', () => inputs.RecordStepsInput, { description: 'The step and the people.' }) input: inputs.RecordStepsInput) {
    const candidacies = input.candidacies.map(({ candidacy, expectedVersion }) => ({ candidacyId: decodeIdOf('Candidacy', candidacy), expectedVersion }));
    const outcome = await recordSteps(context, { step: input.step, on: input.on, documentNumber: input.documentNumber ?? null, vote: input.vote ?? null, dryRun: input.dryRun, idempotencyKey: input.idempotencyKey ?? null, candidacies });
    if ('refused' in outcome) return refusedValue(outcome.refused);
    const lines = outcome.lines.map(({ index, refusal }) => Object.assign(new types.RecordStepsLineType(), { index, refused: refusal && refusedValue(refusal) }));
    return Object.assign(new types.RecordStepsDoneType(), { isWritten: outcome.isWritten, lines });
  }

  @Mutation(() => types.CandidacyResult, { description: 'Notes that a paper of the file is there, or was asked for, beside those of its kind from before.' })
  async recordPaper(@Ctx() context: RequestContext, @Arg('input', () => inputs.RecordPaperInput, { description: 'The paper.' }) input: inputs.RecordPaperInput) {
    const { candidacy, number = null, body = null, conclusion = null, reference = null, ...rest } = input;
    return await told(context, await recordPaper(context, { ...rest, number, body, conclusion, reference, candidacyId: decodeIdOf('Candidacy', candidacy) }));
  }

  @Mutation(() => types.CandidacyResult, { description: 'Changes what is noted of a paper.' })
  async changePaper(@Ctx() context: RequestContext, @Arg('input', () => inputs.ChangePaperInput, { description: 'The paper.' }) input: inputs.ChangePaperInput) {
    const { candidacy, paper, number = null, body = null, conclusion = null, reference = null, ...rest } = input;
    return await told(context, await changePaper(context, { ...rest, number, body, conclusion, reference, candidacyId: decodeIdOf('Candidacy', candidacy), paperId: decodeIdOf('Paper', paper) }));
  }

  @Mutation(() => types.CandidacyResult, { description: 'Removes a file from its paper. The paper stays.' })
  async removeFile(@Ctx() context: RequestContext, @Arg('input', () => inputs.RemoveFileInput, { description: 'Which file.' }) { candidacy, file }: inputs.RemoveFileInput) {
    return await told(context, await removeFile(context, { candidacyId: decodeIdOf('Candidacy', candidacy), fileId: decodeIdOf('File', file) }));
  }

  @Mutation(() => types.CandidacyResult, { description: 'Names a helper, an introducer or a nominating organisation.' })
  async nameParticipant(@Ctx() context: RequestContext, @Arg('input', () => inputs.NameParticipantInput, { description: 'Whom, and as what.' }) input: inputs.NameParticipantInput) {
    const { candidacy, member = null, organisation = null, together = null, togetherSince = null, ...rest } = input;
    // An id that names nobody is not the same as none.
    const memberId = member === null ? null : (decodeIdOf('Person', member) ?? '00000000-0000-0000-0000-000000000000');
    return await told(context, await nameParticipant(context, { ...rest, together, togetherSince, organisation, memberId, candidacyId: decodeIdOf('Candidacy', candidacy) }));
  }

  @Mutation(() => types.CandidacyResult, { description: 'Ends the part of somebody in a candidacy.' })
  async dismissParticipant(@Ctx() context: RequestContext, @Arg('input', () => inputs.DismissParticipantInput, { description: 'Whose, and when.' }) input: inputs.DismissParticipantInput) {
    const { candidacy, participant, ...rest } = input;
    return await told(context, await dismissParticipant(context, { ...rest, candidacyId: decodeIdOf('Candidacy', candidacy), participantId: decodeIdOf('Participant', participant) }));
  }
}
