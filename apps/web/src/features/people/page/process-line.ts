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
  /** The limit that ran, or runs, in it. */
  readonly dueOn: string | null;
  readonly isLate: boolean;
  readonly standing: 'DONE' | 'CURRENT' | 'AHEAD';
}

/** The stages with the days on which they were reached, the limits that ran in them, and those in which a limit passed. */
export function processLine(source: LineSource): LinePart[] {
  const standing = source.timeline.filter(({ isUndone, reverses }) => !isUndone && reverses === null);
  const classBegan = standing.find(({ step }) => step === 'ENROLLED' || step === 'CERTIFIED')?.on ?? null;
  const reached: Readonly<Record<LineStage, string | null>> = {
    SOURCES: source.beganOn,
    AWARENESS_CLASS: classBegan,
    FILE: source.fileOpenedOn,
    APPROVAL: source.cellProposedOn,
    CEREMONY: source.admissionDecidedOn,
    PROBATION: source.ceremonyOn,
    OFFICIAL: source.officialOn ?? source.recognitionDecidedOn,
  };
  const lastReached = lineStages.findLastIndex((stage) => reached[stage] !== null);
  const at = source.stage === 'CLOSED' ? lastReached : lineStages.findIndex((stage) => stage === source.stage);
  const limits = [
    ...standing.map(({ dueOn, isLate }) => ({ dueOn, isLate })),
    ...(source.deadline === null ? [] : [{ dueOn: source.deadline.dueOn, isLate: source.deadline.isOverdue, runs: true }]),
  ];
  return lineStages.map((stage, index) => {
    const from = reached[stage];
    const to = lineStages.slice(index + 1).map((next) => reached[next]).find((day) => day !== null) ?? null;
    // A limit belongs to the stage in which its last day lies; the one that runs, to the stage where the file is.
    const own = limits.filter(({ dueOn, ...limit }) => ('runs' in limit ? index === at : from !== null && dueOn !== null && from <= dueOn && (to === null || dueOn < to)));
    return {
      stage,
      reachedOn: from,
      dueOn: own.at(-1)?.dueOn ?? null,
      isLate: own.some(({ isLate }) => isLate),
      standing: index < at ? 'DONE' : index === at ? 'CURRENT' : 'AHEAD',
    };
  });
}
