import { stageOf, type CandidacyState, type PaperConclusion, type PaperKind, type PaperState } from '@banyan/schema/lifecycle';
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
export interface ChecklistLine {
  readonly rule: PaperRule;
  readonly state: PaperState;
  readonly paper: KnownPaper | null;
}

/** The part of the file that a candidacy needs where it stands: for admission, and from the ceremony on for recognition too. */
function neededParts(state: CandidacyState): readonly PaperRule['part'][] {
  const stage = stageOf[state];
  return stage === 'PROBATION' || stage === 'OFFICIAL' ? ['ADMISSION', 'RECOGNITION'] : ['ADMISSION'];
}

/**
 * The papers of a file and how each stands: missing, asked for, there, or older than the pack allows on a day (for those that age, until the
 * cell has met). The committee's resolution is not asked of a file that no committee proposes; one of the two unions' introductions will do.
 */
export function checklistOf(candidacy: { state: CandidacyState; cellProposedOn: Day | null; committeeProposes: boolean }, papers: readonly KnownPaper[], pack: RulePack, today: Day): ChecklistLine[] {
  const parts = neededParts(candidacy.state);
  const judgedOn = candidacy.cellProposedOn ?? today;
  return pack.papers
    .filter(({ part, kind }) => parts.includes(part) && (candidacy.committeeProposes || !kind.includes('COMMITTEE')))
    .map((rule) => {
      const paper = papers.find(({ kind }) => kind === rule.kind) ?? (rule.kind === 'YOUTH_UNION_INTRODUCTION' ? papers.find(({ kind }) => kind === 'TRADE_UNION_INTRODUCTION') : undefined);
      return { rule, state: stateOf(rule, paper, pack, judgedOn), paper: paper ?? null };
    });
}

function stateOf(rule: PaperRule, paper: KnownPaper | undefined, pack: RulePack, on: Day): PaperState {
  if (!paper) return 'MISSING';
  if (!paper.isThere) return 'WAITING';
  return rule.ages && on > lastUsableDay(paper.madeOn, pack.dossierMonths) ? 'TOO_OLD' : 'THERE';
}
