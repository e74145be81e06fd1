import { stageOf, type CandidacyState, type PaperConclusion, type PaperKind, type PaperState, type ParticipantKind, type Step } from '@banyan/schema/lifecycle';
import type { Day } from '../../../kernel/day.ts';
import { lastUsableDay } from './age.ts';
import type { PaperRule, RulePack } from './rule-pack.ts';

/** What is known of a paper. */
export interface KnownPaper {
  readonly kind: PaperKind;
  readonly isThere: boolean;
  readonly madeOn: Day;
  readonly number: string | null;
  readonly body: string | null;
  readonly conclusion: PaperConclusion | null;
  readonly reference: string | null;
}

/** A line of the checklist. */
export interface ChecklistLine<Paper extends KnownPaper = KnownPaper> {
  readonly kind: PaperKind;
  readonly form: string | null;
  /** The step that it is for. */
  readonly step: Step;
  readonly state: PaperState;
  /** How many papers of the kind are demanded; 0 where it may be there and need not. */
  readonly needed: number;
  /** How many of them are there and usable, at most as many as are needed. */
  readonly there: number;
  /** All of the kind, the newest first. */
  readonly papers: readonly Paper[];
}

/** Who introduces, as far as papers go. */
export interface KnownParticipant {
  readonly kind: ParticipantKind;
  readonly memberId: string | null;
  readonly organisation: string | null;
  readonly until: Day | null;
}

/** What a checklist is made for. */
export interface ChecklistOf<Paper extends KnownPaper> {
  readonly state: CandidacyState;
  readonly cellProposedOn: Day | null;
  /** As what a member was taken up; null for a way that was recorded from its beginning on. */
  readonly takenUpAs: 'PROBATIONARY' | 'OFFICIAL' | null;
  readonly committeeProposes: boolean;
  /** Whether a section committee stands between the cell and the grassroots committee. */
  readonly hasSection: boolean;
  readonly papers: readonly Paper[];
  readonly participants: readonly KnownParticipant[];
}

/** What a paper is for: the admission, or the recognition. */
function partOf({ step }: PaperRule): 'ADMISSION' | 'RECOGNITION' {
  return step === 'RECOGNITION_PROPOSED' || step === 'RECOGNITION_SUBMITTED' || step === 'RECOGNISED' ? 'RECOGNITION' : 'ADMISSION';
}

/** The parts of the file that a candidacy needs where it stands: for admission, and from the ceremony on for recognition too; of a member who was taken up, what was done before lies elsewhere. */
function neededParts({ state, takenUpAs }: Pick<ChecklistOf<KnownPaper>, 'state' | 'takenUpAs'>): readonly ReturnType<typeof partOf>[] {
  if (takenUpAs !== null) return takenUpAs === 'PROBATIONARY' ? ['RECOGNITION'] : [];
  const stage = stageOf[state];
  return stage === 'PROBATION' || stage === 'OFFICIAL' ? ['ADMISSION', 'RECOGNITION'] : ['ADMISSION'];
}

/** Steps that the path has where a grassroots committee proposes, and there alone. */
const committeeSteps: readonly Step[] = ['COMMITTEE_PROPOSED', 'RECOGNITION_SUBMITTED'];

const introductions: readonly PaperKind[] = ['MEMBER_INTRODUCTION', 'YOUTH_UNION_INTRODUCTION', 'TRADE_UNION_INTRODUCTION'];

/**
 * Which introductions are demanded, by who introduces now (Party Charter, article 4): two members, two of the members' form; a union and
 * a member, one of each. As long as they do not add up to that, it is not known; two papers are needed in any case.
 */
function introductionsNeeded(participants: readonly KnownParticipant[], pack: RulePack): ReadonlyMap<PaperKind, number> | null {
  const now = participants.filter(({ kind, until }) => kind === 'INTRODUCER' && until === null);
  const members = new Set(now.flatMap(({ memberId }) => memberId ?? [])).size;
  const union = (['YOUTH_UNION', 'TRADE_UNION'] as const).find((one) => now.some(({ organisation }) => organisation === one));
  if (members === 0 || members + (union === undefined ? 0 : 1) < pack.introducers) return null;
  if (union === undefined) return new Map([['MEMBER_INTRODUCTION', pack.introducers]]);
  return new Map<PaperKind, number>([['MEMBER_INTRODUCTION', pack.introducers - 1], [`${union}_INTRODUCTION`, 1]]);
}

/**
 * The papers of a file and how each stands on a day (for those that age, until the cell has met): what is demanded, what may be there (the
 * opinion of a section committee), and what else was recorded. A paper that cannot be used any more does not count beside one that can.
 */
export function checklistOf<Paper extends KnownPaper>(of: ChecklistOf<Paper>, pack: RulePack, today: Day): ChecklistLine<Paper>[] {
  const parts = neededParts(of);
  const on = of.cellProposedOn ?? today;
  const introduced = introductionsNeeded(of.participants, pack);
  const papersOf = (kind: PaperKind) => of.papers.filter((paper) => paper.kind === kind).toSorted((a, b) => (a.madeOn < b.madeOn ? 1 : -1));
  const isAsked = (rule: PaperRule) => rule.demand !== 'NEVER' && parts.includes(partOf(rule));
  const demanded = (rule: PaperRule): number | null => {
    if (!isAsked(rule)) return null;
    if (introductions.includes(rule.kind)) return introduced ? (introduced.get(rule.kind) ?? null) : rule.kind === 'MEMBER_INTRODUCTION' ? pack.introducers : null;
    if (rule.demand === 'OF_SECTION') return of.hasSection ? 0 : null;
    return !committeeSteps.includes(rule.step) || of.committeeProposes ? 1 : null;
  };
  return pack.papers.flatMap((rule): ChecklistLine<Paper>[] => {
    const { kind, form, step } = rule;
    const papers = papersOf(kind);
    const needed = demanded(rule) ?? (papers.length > 0 ? 0 : null);
    if (needed === null) return [];
    // Recorded, and never demanded or not for where the file stands: nobody asks whether it can be used.
    if (!isAsked(rule)) return [{ kind, form, step, needed, there: 0, papers, state: papers.some(({ isThere }) => isThere) ? 'THERE' : 'WAITING' }];
    const isOpen = kind === 'MEMBER_INTRODUCTION' && introduced === null;
    const usable = papers.filter((paper) => paper.isThere && spoiledBy(rule, paper, pack, on) === null).length;
    return [{ kind, form, step, needed, there: isOpen ? 0 : Math.min(usable, needed), papers, state: isOpen ? 'TO_CHOOSE' : stateOf(rule, papers, { usable, needed: Math.max(needed, 1), pack, on }) }];
  });
}

/** Why a paper that is there cannot be used on a day, or null: it is older than the file may be, or than a certificate may. */
function spoiledBy(rule: PaperRule, paper: KnownPaper, pack: RulePack, on: Day): 'TOO_OLD' | 'EXPIRED' | null {
  if (rule.kind === 'AWARENESS_CERTIFICATE') return on > lastUsableDay(paper.madeOn, pack.certificateMonths) ? 'EXPIRED' : null;
  return rule.ages && on > lastUsableDay(paper.madeOn, pack.dossierMonths) ? 'TOO_OLD' : null;
}

function stateOf(rule: PaperRule, papers: readonly KnownPaper[], { usable, needed, pack, on }: { usable: number; needed: number; pack: RulePack; on: Day }): PaperState {
  if (usable >= needed) return 'THERE';
  if (papers.some(({ isThere }) => !isThere)) return 'WAITING';
  const spoiled = papers.map((paper) => spoiledBy(rule, paper, pack, on)).find((reason) => reason !== null);
  return spoiled ?? 'MISSING';
}
