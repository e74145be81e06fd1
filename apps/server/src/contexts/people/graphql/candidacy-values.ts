import type { Language } from '@banyan/schema/enums';
import { stageOf } from '@banyan/schema/lifecycle';
import { enLifecycle } from '@banyan/schema/texts/en-lifecycle';
import { viLifecycle } from '@banyan/schema/texts/vi-lifecycle';
import { dayInVietNam, daysFrom, type Day } from '../../../kernel/day.ts';
import { encodeId } from '../../../kernel/ids.ts';
import { todayOf, type Loader, type RequestContext } from '../../../platform/request-context.ts';
import type { Scope } from '../../../platform/scope.ts';
import type { Refusal } from '../application/refusal.ts';
import { lastUsableDay } from '../domain/age.ts';
import { approvalPathOf, committeeProposes, type ApprovalPath } from '../domain/approval-path.ts';
import type { Deadline } from '../domain/deadline.ts';
import { probationEndsOn } from '../domain/dossier.ts';
import { getRulePack, type RulePack } from '../domain/rule-pack.ts';
import { workingDaysBetween, type WorkingCalendar } from '../domain/working-days.ts';
import { calendarOf, findChains, findChainsOn, findHolidays, type PlacedChainUnit } from '../persistence/approval-chain.ts';
import { findCandidaciesById, findCandidaciesOf } from '../persistence/candidacy-reads.ts';
import type { Candidacy } from '../persistence/candidacy-row.ts';
import { sentenceOf } from './refusal-sentence.ts';
import { CandidacyChangedType, CandidacyRefusedType, CandidacyType } from './candidacy-types.ts';

/** A candidacy as its resolvers pass it on. */
export type CandidacyValue = CandidacyType & { readonly candidacy: Candidacy; readonly pack: RulePack };

/** A candidacy as the API shows it. */
export function candidacyValue(candidacy: Candidacy): CandidacyValue {
  const { dossier, version, beganOn } = candidacy;
  const pack = getRulePack(candidacy.rulePack);
  return Object.assign(new CandidacyType(), {
    id: encodeId('Candidacy', candidacy.id),
    candidacy,
    pack,
    version,
    state: dossier.state,
    stage: stageOf[dossier.state],
    isReadmission: candidacy.isReadmission,
    rulePack: pack.code,
    beganOn,
    lastStepOn: dossier.lastOn,
    certificateOn: dossier.certificateOn,
    certificateUsableUntil: dossier.certificateOn && lastUsableDay(dossier.certificateOn, pack.certificateMonths),
    fileOpenedOn: dossier.fileOpenedOn,
    cellProposedOn: dossier.cellProposedOn,
    admissionDecidedOn: dossier.admissionDecidedOn,
    decisionReceivedOn: dossier.decisionReceivedOn,
    ceremonyOn: dossier.ceremonyOn,
    probationEndsOn: probationEndsOn(dossier, pack),
    recognitionDecidedOn: dossier.recognitionDecidedOn,
    officialOn: dossier.officialOn,
  });
}

function loaderOf<V>(context: RequestContext, name: string, batch: (scope: Scope, ids: readonly string[]) => Promise<Map<string, V>>): Loader<string, V | null> {
  return context.loader<string, V | null>(name, async (ids) => {
    const found = await batch(await context.scope(), ids);
    return ids.map((id) => found.get(id) ?? null);
  });
}

/** What lies at each candidacy of a page, read for all of them in one statement. */
export async function loadOfCandidacy<T extends { readonly candidacyId: string }>(context: RequestContext, name: string, id: string, find: (scope: Scope, ids: readonly string[]) => Promise<T[]>): Promise<T[]> {
  const loader = context.loader<string, T[]>(name, async (ids) => {
    const found = await find(await context.scope(), ids);
    return ids.map((key) => found.filter(({ candidacyId }) => candidacyId === key));
  });
  return await loader.load(id);
}

/** A candidacy of the scope, by its row id. */
export async function loadCandidacy(context: RequestContext, id: string): Promise<Candidacy | null> {
  return await loaderOf(context, 'candidacy', findCandidaciesById).load(id);
}

/** The latest candidacy of a person of the scope. */
export async function loadCandidacyOf(context: RequestContext, personId: string): Promise<Candidacy | null> {
  return await loaderOf(context, 'candidacy-of', findCandidaciesOf).load(personId);
}

/** The chain of an open unit of the scope as it hangs now, root first, or null. */
export async function loadChain(context: RequestContext, unitId: string): Promise<PlacedChainUnit[] | null> {
  return await loaderOf(context, 'candidacy-chain', findChains).load(unitId);
}

/** Whether a unit of the scope has closed: what is left there is history. */
export async function isAtClosedUnit(context: RequestContext, unitId: string): Promise<boolean> {
  return (await loadChain(context, unitId)) === null;
}

/** A limit as the API tells it on a day: whether it has run out, and how much of it is left. */
export function deadlineValue(deadline: Deadline, today: Day, calendar: WorkingCalendar) {
  const { dueOn } = deadline;
  const calendarDays = dueOn >= today ? daysFrom(today, dueOn) - 1 : 1 - daysFrom(dueOn, today);
  const daysLeft = deadline.countedIn === 'WORKING_DAYS' ? workingDaysBetween(calendar, today, dueOn) : calendarDays;
  return { ...deadline, isOverdue: dueOn < today, hasBegun: deadline.runsFrom <= today, daysLeft };
}

/** Who acts on the candidacies of a unit, and which days are worked there. */
export async function loadPath(context: RequestContext, unitId: string): Promise<{ path: ApprovalPath<PlacedChainUnit>; committeeProposes: boolean; hasSection: boolean; calendar: WorkingCalendar } | null> {
  const chain = await loadChain(context, unitId);
  if (!chain) return null;
  const path = approvalPathOf(chain);
  const holidays = await context.held('holidays', async () => await findHolidays(await context.scope()));
  return { path, committeeProposes: committeeProposes(path), hasSection: chain.some(({ tier }) => tier === 'SECTION'), calendar: calendarOf(holidays, chain) };
}

/** Who acted on the candidacies of a unit on a day, and whether the unit has closed since. */
export async function loadPathOn(context: RequestContext, unitId: string, on: Day): Promise<{ path: ApprovalPath<PlacedChainUnit>; committeeProposes: boolean; hasClosed: boolean } | null> {
  const loader = context.loader<{ unitId: string; on: Day }, Awaited<ReturnType<typeof findChainsOn>>[number]>('candidacy-chain-on', async (asked) => await findChainsOn(await context.scope(), asked), (key) => `${key.unitId} ${key.on}`);
  const then = await loader.load({ unitId, on });
  if (!then) return null;
  const path = approvalPathOf(then.chain);
  return { path, committeeProposes: committeeProposes(path), hasClosed: then.hasClosed };
}

/** The day on which the viewer works: today, or the last day of data of a historical province. */
export async function viewerToday(context: RequestContext): Promise<Day> {
  const { actor } = await context.scope();
  return todayOf(actor.lastDataOn, dayInVietNam(context.now()));
}

/** A refusal as the API tells it. */
export function refusedValue({ code, field, conflict, limit, candidacyId, personIds = [] }: Refusal): CandidacyRefusedType & { readonly candidacyId: string | undefined; readonly personIds: readonly string[] } {
  return Object.assign(new CandidacyRefusedType(), {
    code,
    field,
    conflict: conflict ?? null,
    limit: limit ?? null,
    candidacyId,
    personIds,
    sentence: (language: Language) => sentenceOf({ code, field, limit }, language, (language === 'VI' ? viLifecycle : enLifecycle).refusals[code]),
  });
}

/** A change that was recorded, with the candidacy read anew. */
export async function changedValue(context: RequestContext, candidacyId: string, stepId: string | null = null): Promise<CandidacyChangedType> {
  const candidacy = await loadCandidacy(context, candidacyId);
  if (!candidacy) throw new Error('the candidacy was changed and is not there');
  return Object.assign(new CandidacyChangedType(), { candidacy: candidacyValue(candidacy), stepId: stepId && encodeId('CandidacyStep', stepId) });
}
