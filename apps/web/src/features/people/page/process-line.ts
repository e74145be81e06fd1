import { stages, type Stage } from '@banyan/schema/lifecycle';

/** The stages of the way, without the column of what has ended. */
export const lineStages = stages.filter((stage): stage is Exclude<Stage, 'CLOSED'> => stage !== 'CLOSED');
export type LineStage = (typeof lineStages)[number];

/** What the line is drawn from. */
export interface LineSource {
  readonly stage: Stage;
  readonly beganOn: string;
  readonly fileOpenedOn: string | null;
  readonly cellProposedOn: string | null;
  readonly admissionDecidedOn: string | null;
  readonly ceremonyOn: string | null;
  readonly recognitionDecidedOn: string | null;
  readonly officialOn: string | null;
  readonly deadline: { readonly dueOn: string; readonly isOverdue: boolean } | null;
  readonly timeline: readonly { readonly step: string; readonly on: string; readonly dueOn: string | null; readonly isLate: boolean; readonly isUndone: boolean; readonly reverses: string | null }[];
}

/** One stage of the line. */
export interface LinePart {
  readonly stage: LineStage;
  /** The day on which it was reached; null where it was not, or was passed over. */
  readonly reachedOn: string | null;
  /** The limit that runs in it, or the one that was missed. */
  readonly dueOn: string | null;
  readonly isLate: boolean;
  readonly standing: 'DONE' | 'CURRENT' | 'AHEAD';
}

/** Whether the way of a member was taken up later: its first line says so. */
export function isTakenUp({ timeline }: Pick<LineSource, 'timeline'>): boolean {
  return timeline.some(({ step }) => step === 'TAKEN_UP');
}

/** The stages with the days on which they were reached, the limit that runs, and those in which one was missed. */
export function processLine(source: LineSource): LinePart[] {
  const standing = source.timeline.filter(({ isUndone, reverses }) => !isUndone && reverses === null);
  // What was before is not on record then; without a ceremony the person was an official member.
  const wasTakenUp = isTakenUp(source);
  const classBegan = standing.find(({ step }) => step === 'ENROLLED' || step === 'CERTIFIED')?.on ?? null;
  const reached: Readonly<Record<LineStage, string | null>> = {
    SOURCES: wasTakenUp ? null : source.beganOn,
    AWARENESS_CLASS: classBegan,
    FILE: source.fileOpenedOn,
    APPROVAL: source.cellProposedOn,
    CEREMONY: source.admissionDecidedOn,
    PROBATION: source.ceremonyOn,
    OFFICIAL: source.officialOn ?? source.recognitionDecidedOn,
  };
  const lastReached = lineStages.findLastIndex((stage) => reached[stage] !== null || (stage === 'OFFICIAL' && wasTakenUp && source.ceremonyOn === null));
  const at = source.stage === 'CLOSED' ? lastReached : lineStages.findIndex((stage) => stage === source.stage);
  // A recognition counts from the end of probation, which is before it was decided.
  const passedOn = { ...reached, OFFICIAL: source.recognitionDecidedOn };
  const stageBefore = (day: string) => lineStages.findLastIndex((stage) => (passedOn[stage] ?? day) < day);
  const late = standing.filter(({ isLate }) => isLate).map(({ on, dueOn }) => ({ index: stageBefore(on), dueOn }));
  return lineStages.map((stage, index) => {
    const running = index === at ? source.deadline : null;
    const missed = late.find((limit) => limit.index === index);
    return {
      stage,
      reachedOn: reached[stage],
      dueOn: running?.dueOn ?? missed?.dueOn ?? null,
      isLate: running?.isOverdue === true || missed !== undefined,
      standing: index < at ? 'DONE' : index === at ? 'CURRENT' : 'AHEAD',
    };
  });
}
