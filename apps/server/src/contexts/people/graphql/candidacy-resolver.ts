import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { decodeIdOf, encodeId } from '../../../kernel/ids.ts';
import type { Day } from '../../../kernel/day.ts';
import type { FileRefusalCode, StepWarning } from '@banyan/schema/lifecycle';
import { DateScalar } from '../../../platform/graphql-scalars.ts';
import { CandidacyRefusalCodeEnum, FileRefusalCodeEnum, StepWarningEnum } from '../../../platform/lifecycle-enums.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { loadStub, loadUnit, stubValue, unitValue, UnitStubType, UnitType } from '../../organisation/index.ts';
import { cannotBeginAgain } from '../application/may-begin.ts';
import { cannotAttach, cannotKeepFile } from '../application/may-keep.ts';
import { cannotRecord } from '../application/may-record.ts';
import { actingUnit, committeeDecides } from '../domain/approval-path.ts';
import { awaitedStep } from '../domain/awaited.ts';
import { checklistOf } from '../domain/checklist.ts';
import { takesFile, type RoomForFile } from '../domain/kept-file.ts';
import { isOfficialMember, situationOf, takenUpAs } from '../domain/dossier.ts';
import { demandedFacts } from '../domain/judge-step.ts';
import { transitionsFrom } from '../domain/lifecycle.ts';
import { warningsOf } from '../domain/step-warnings.ts';
import { beginAgainTerms } from '../domain/begin-again.ts';
import { rulePackOn } from '../domain/rule-pack.ts';
import { countExempt } from '../persistence/mark-rows.ts';
import { findBytesToday, findFileLimits, findFilesOf } from '../persistence/file-rows.ts';
import { findFormerPapersOf, findPapersOf } from '../persistence/paper-rows.ts';
import { findParticipantsOf, findTogetherSince } from '../persistence/participant-rows.ts';
import * as types from './candidacy-types.ts';
import { candidacyValue, deadlineValue, isAtClosedUnit, loadCandidacy, loadOfCandidacy, loadPath, loadPathOn, viewerToday, type CandidacyValue } from './candidacy-values.ts';
import { loadPerson, loadPersonValue } from './person-resolver.ts';
import { PersonType } from './person-types.ts';
import { loadLastingMark } from './personal-resolver.ts';
import { timelineOf } from './timeline-values.ts';

@Resolver(() => types.CandidacyType)
export class CandidacyResolver {
  @FieldResolver(() => PersonType, { description: 'Whose it is.' })
  async person(@Root() { candidacy }: CandidacyValue, @Ctx() context: RequestContext) {
    return await loadPersonValue(context, candidacy.personId);
  }

  @FieldResolver(() => UnitType, { description: 'The cell in which it is.' })
  async unit(@Root() { candidacy }: CandidacyValue, @Ctx() context: RequestContext) {
    const unit = await loadUnit(context, candidacy.unitId);
    return unit && unitValue(unit);
  }

  @FieldResolver(() => UnitStubType, { nullable: true, description: 'The body that decides, by the chain of units as it is now; null where nobody above may.' })
  async decider(@Root() { candidacy }: CandidacyValue, @Ctx() context: RequestContext) {
    const found = await loadPath(context, candidacy.unitId);
    const stub = found?.path.decider && (await loadStub(context, found.path.decider.id));
    return stub ? stubValue(stub) : null;
  }

  @FieldResolver(() => Boolean, { description: 'Whether a grassroots committee proposes to the body that decides.' })
  async committeeProposes(@Root() { candidacy }: CandidacyValue, @Ctx() context: RequestContext) {
    return (await loadPath(context, candidacy.unitId))?.committeeProposes ?? false;
  }

  @FieldResolver(() => Boolean, { description: 'Whether the twelve months of probation are over and the person is not recognised yet.' })
  async isRecognitionDue(@Root() { state, probationEndsOn }: CandidacyValue, @Ctx() context: RequestContext) {
    return ['PROBATIONARY', 'RECOGNITION_PROPOSED', 'RECOGNITION_SUBMITTED'].includes(state) && probationEndsOn !== null && probationEndsOn <= (await viewerToday(context));
  }

  @FieldResolver(() => types.DeadlineType, { nullable: true, description: 'The limit that runs; null where none does.' })
  async deadline(@Root() { candidacy }: CandidacyValue, @Ctx() context: RequestContext) {
    const { deadline, unitId } = candidacy;
    if (!deadline) return null;
    const today = await viewerToday(context);
    const calendar = (await loadPath(context, unitId))?.calendar ?? { holidays: new Set<string>() };
    return deadlineValue(deadline, today, calendar);
  }

  @FieldResolver(() => types.BeginAgainTermsType, { nullable: true, description: 'Under which conditions somebody whose way ended becomes a candidate again; null where that is no question.' })
  async beginAgain(@Root() { candidacy }: CandidacyValue, @Ctx() context: RequestContext) {
    const today = await viewerToday(context);
    const { actor } = await context.scope();
    const terms = candidacy.isLatest ? beginAgainTerms({ ...candidacy.dossier, isReadmission: candidacy.isReadmission }, today, rulePackOn(today)) : null;
    const cannot = terms && (cannotBeginAgain(actor, { isAtClosedUnit: await isAtClosedUnit(context, candidacy.unitId) }) ?? terms.cannot);
    return terms && { ...terms, viewerCan: cannot === null, viewerCannotBecause: cannot };
  }

  @FieldResolver(() => [types.StepOptionType], { description: 'The steps that are possible from where it stands, what is awaited first.' })
  async steps(
    @Root() value: CandidacyValue,
    @Ctx() context: RequestContext,
    @Arg('on', () => DateScalar, { nullable: true, description: 'Day of the act: a step that is recorded late is judged by the units and powers of its day. Today where absent.' }) on?: Day | null,
  ) {
    const { candidacy, pack, probationEndsOn } = value;
    const { actor } = await context.scope();
    const { unitId, isLatest } = candidacy;
    const [found, isAtClosed] = await Promise.all([on ? loadPathOn(context, unitId, on) : loadPath(context, unitId), isAtClosedUnit(context, unitId)]);
    const way = { isLatest, isAtClosedUnit: isAtClosed };
    const situation = situationOf(candidacy.dossier, pack, found?.committeeProposes ?? false);
    const awaited = awaitedStep(candidacy.dossier.state, situation);
    const day = on ?? (await viewerToday(context));
    // Whether a ceremony was late follows from its day: as long as that is not said, the consent to it may be entered and need not.
    const demanding = { committeeDecides: found ? committeeDecides(found.path) : false, ceremonyDueOn: on && candidacy.deadline?.kind === 'CEREMONY' ? candidacy.deadline.dueOn : null };
    const options = transitionsFrom(candidacy.dossier.state, situation).map(async (row) => {
      const body = found ? actingUnit(found.path, row.by) : null;
      const stub = body && (await loadStub(context, body.id));
      const cannot = cannotRecord(actor, way, row, body);
      return {
        step: row.step, leadsTo: row.to === 'SAME' ? candidacy.dossier.state : row.to, by: row.by, unit: stub && stubValue(stub),
        facts: demandedFacts(row, day, demanding), optionalFacts: row.optional.filter((fact) => !demandedFacts(row, day, demanding).includes(fact)),
        of: { value, day },
        removalGrounds: row.facts.includes('REMOVAL_GROUND') ? pack.removalGrounds[isOfficialMember(candidacy.dossier) ? 'official' : 'probationary'] : [],
        source: row.source, isAwaited: row === awaited, viewerCan: cannot === null, viewerCannotBecause: cannot,
        possibleFrom: row.step === 'RECOGNITION_PROPOSED' || row.step === 'RECOGNISED' ? probationEndsOn : null,
      };
    });
    return (await Promise.all(options)).toSorted((a, b) => Number(b.isAwaited) - Number(a.isAwaited));
  }

  @FieldResolver(() => [types.TimelineStepType], { description: 'All that was recorded, in the order of recording; what was undone and its undoing too.' })
  async timeline(@Root() value: CandidacyValue, @Ctx() context: RequestContext) {
    return await timelineOf(value, context);
  }

  @FieldResolver(() => [types.ChecklistPaperType], { description: 'The papers that the file needs where it stands, those that may be there, and how each stands.' })
  async papers(@Root() value: CandidacyValue, @Ctx() context: RequestContext) {
    const { id } = value.candidacy;
    const [lines, former, files] = await Promise.all([checklist(value, context), loadOfCandidacy(context, 'candidacy-former-papers', id, findFormerPapersOf), loadOfCandidacy(context, 'candidacy-files', id, findFilesOf)]);
    const bytesOfCandidacy = files.reduce((sum, { bytes }) => sum + bytes, 0);
    return lines.map((line) => ({
      ...line,
      takesFile: takesFile(line.kind),
      papers: line.papers.map((paper) => {
        const own = files.filter(({ paperId }) => paperId === paper.id);
        const room = { kind: line.kind, isThere: paper.isThere, filesOfPaper: own.length, bytesOfCandidacy };
        const formerVersions = former.filter(({ paperId }) => paperId === paper.id);
        return { ...paper, id: encodeId('Paper', paper.id), formerVersions, files: own.map((file) => ({ ...file, id: encodeId('File', file.id) })), room };
      }),
    }));
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may keep what lies in the file: record and change papers, remove their scans, name and dismiss participants.' })
  async viewerCanKeepFile(@Ctx() context: RequestContext) {
    return cannotKeepFile((await context.scope()).actor) === null;
  }

  @FieldResolver(() => CandidacyRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not keep it.' })
  async viewerCannotKeepFileBecause(@Ctx() context: RequestContext) {
    return cannotKeepFile((await context.scope()).actor);
  }

  @FieldResolver(() => Int, { description: 'How many of the papers that are demanded are there and can be used.' })
  async papersThere(@Root() value: CandidacyValue, @Ctx() context: RequestContext) {
    return (await checklist(value, context)).reduce((sum, { there }) => sum + there, 0);
  }

  @FieldResolver(() => Int, { description: 'How many official members of the cell are exempt or suspended today: a hint for the base of its votes, which is entered.' })
  async exemptInCell(@Root() { candidacy }: CandidacyValue, @Ctx() context: RequestContext) {
    const loader = context.loader<string, number>('exempt-in-cell', async (units) => {
      const found = await countExempt(await context.scope(), units, await viewerToday(context));
      return units.map((unit) => found.get(unit) ?? 0);
    });
    return await loader.load(candidacy.unitId);
  }

  @FieldResolver(() => Int, { description: 'How many papers are demanded.' })
  async papersNeeded(@Root() value: CandidacyValue, @Ctx() context: RequestContext) {
    return (await checklist(value, context)).reduce((sum, { needed }) => sum + needed, 0);
  }

  @FieldResolver(() => [types.ParticipantType], { description: 'Who helps, introduces or nominates.' })
  async participants(
    @Root() { candidacy }: CandidacyValue,
    @Ctx() context: RequestContext,
    @Arg('now', () => Boolean, { defaultValue: true, description: 'Only those whose part lasts.' }) now: boolean,
  ) {
    const all = await loadOfCandidacy(context, 'candidacy-participants', candidacy.id, findParticipantsOf);
    const shown = all.filter(({ until }) => !now || until === null).map(async (one) => ({
      ...one, id: encodeId('Participant', one.id), isOrganisation: one.organisation !== null, together: one.together?.basis ?? null, togetherSince: one.together?.since ?? null, lastingMark: one.memberId && ((await loadLastingMark(context, one.memberId))?.kind ?? null),
    }));
    return await Promise.all(shown);
  }

  @FieldResolver(() => DateScalar, { nullable: true, description: 'Since when a member of the scope has been in the same grassroots organisation as the person, by what is recorded; null where that is not recorded.' })
  async togetherSince(@Root() { candidacy }: CandidacyValue, @Ctx() context: RequestContext, @Arg('member', () => ID, { description: 'Id of the member.' }) member: string): Promise<Day | null> {
    const memberId = decodeIdOf('Person', member);
    const scope = await context.scope();
    return memberId === null ? null : await findTogetherSince(scope, scope, candidacy.id, memberId);
  }
}

/** A step that is possible, with whose it is and on which day. */
interface OptionValue extends Pick<types.StepOptionType, 'step'> {
  readonly of: { readonly value: CandidacyValue; readonly day: Day };
}

@Resolver(() => types.StepOptionType)
export class StepOptionResolver {
  @FieldResolver(() => [StepWarningEnum], { description: 'What it would leave open of the rules, by what is on record, on the day that was asked for: it can be recorded all the same.' })
  async warnings(@Root() { step, of: { value, day } }: OptionValue, @Ctx() context: RequestContext): Promise<StepWarning[]> {
    // A vote that was not entered yet is asked for, not missed.
    return warningsOf({ step, on: day, vote: { base: 1, present: 1, inFavour: 1 } }, await onRecord(value, context, day), value.pack);
  }
}

/** A paper with what it and its candidacy hold of files. */
interface PaperValue {
  readonly room: Omit<RoomForFile, 'bytesOfAccountToday'>;
}

/** Why the viewer cannot keep a scan with a paper, however small it is, or null. */
async function cannotAttachTo({ room }: PaperValue, context: RequestContext): Promise<FileRefusalCode | null> {
  const scope = await context.scope();
  const [limits, bytesOfAccountToday] = await context.held('room-for-files', async () => await Promise.all([findFileLimits(scope), findBytesToday(scope)]));
  return cannotAttach(scope.actor, { room: { ...room, bytesOfAccountToday }, limits, bytes: 1 })?.code ?? null;
}

@Resolver(() => types.PaperType)
export class PaperResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the viewer may keep a scan with it now: `POST /files`.' })
  async viewerCanAttach(@Root() paper: PaperValue, @Ctx() context: RequestContext) {
    return (await cannotAttachTo(paper, context)) === null;
  }

  @FieldResolver(() => FileRefusalCodeEnum, { nullable: true, description: 'Why the viewer may not.' })
  async viewerCannotAttachBecause(@Root() paper: PaperValue, @Ctx() context: RequestContext) {
    return await cannotAttachTo(paper, context);
  }
}

/** What the warnings of a step on a day are judged by. */
async function onRecord({ candidacy }: CandidacyValue, context: RequestContext, day: Day) {
  const [person, participants, papers] = await Promise.all([
    loadPerson(context, candidacy.personId),
    loadOfCandidacy(context, 'candidacy-participants', candidacy.id, findParticipantsOf),
    loadOfCandidacy(context, 'candidacy-papers', candidacy.id, findPapersOf),
  ]);
  const introducing = participants.filter(({ kind, from, until }) => kind === 'INTRODUCER' && from <= day && (until === null || day <= until));
  const certificates = papers.filter(({ kind, isThere }) => kind === 'NEW_MEMBER_CERTIFICATE' && isThere).map(({ madeOn }) => madeOn);
  return {
    birthDate: person?.birthDate ?? day,
    education: person?.education ?? 'UNKNOWN',
    youthUnion: person?.youthUnion ?? 'UNKNOWN',
    introducingOrganisations: introducing.flatMap(({ organisation }) => organisation ?? []),
    newMemberCertificateOn: certificates.toSorted()[0] ?? null,
    committeeDecides: false,
  };
}

async function checklist({ candidacy, pack }: CandidacyValue, context: RequestContext) {
  const [papers, participants, found, today] = await Promise.all([
    loadOfCandidacy(context, 'candidacy-papers', candidacy.id, findPapersOf),
    loadOfCandidacy(context, 'candidacy-participants', candidacy.id, findParticipantsOf),
    loadPath(context, candidacy.unitId),
    viewerToday(context),
  ]);
  const { state, cellProposedOn } = candidacy.dossier;
  return checklistOf({ state, cellProposedOn, takenUpAs: takenUpAs(candidacy.dossier), committeeProposes: found?.committeeProposes ?? false, hasSection: found?.hasSection ?? false, papers, participants }, pack, today);
}

@Resolver(() => types.CandidacyRefusedType)
export class CandidacyRefusedResolver {
  @FieldResolver(() => types.CandidacyType, { nullable: true, description: 'The candidacy as it stands, where another version of it was expected, or none.' })
  async current(@Root() refused: { readonly candidacyId?: string }, @Ctx() context: RequestContext) {
    const candidacy = refused.candidacyId ? await loadCandidacy(context, refused.candidacyId) : null;
    if (candidacy) context.audit({ action: 'person.read', result: 'DONE', subjectKind: 'Person', subjectId: candidacy.personId });
    return candidacy && candidacyValue(candidacy);
  }

  @FieldResolver(() => [PersonType], { description: 'Who is on record already, where that is why: people of the scope alone.' })
  async people(@Root() { personIds }: { readonly personIds: readonly string[] }, @Ctx() context: RequestContext) {
    const people = await Promise.all(personIds.map(async (id) => await loadPersonValue(context, id)));
    if (people.some((person) => person !== null)) context.auditOnce({ action: 'person.list', result: 'DONE' });
    return people.filter((person) => person !== null);
  }
}

