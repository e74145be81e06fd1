import { readFragment, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import type { FileFields, StepFields } from '../candidacy-document.ts';
import { DeadlineFields } from '../DeadlineText.tsx';
import type { TimelineLine } from '../timeline-document.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import { isTakenUp, lineStages, processLine, type LinePart } from './process-line.ts';
import styles from './ProcessLine.module.css';

interface ProcessLineProps {
  readonly file: ResultOf<typeof FileFields>;
  readonly steps: ResultOf<typeof StepFields>;
  /** What was recorded of it. */
  readonly timeline: readonly TimelineLine[];
}

/** The seven stages as one line, with the days on which they were reached and are due; where a limit passed the line is thick. */
export function ProcessLine({ file, steps, timeline }: ProcessLineProps) {
  const { t } = usePeopleTexts();
  const parts = processLine({ ...file, timeline, deadline: readFragment(DeadlineFields, steps.deadline) });
  return (
    <Card title={t.line.title}>
      <figure>
        <figcaption className={styles['finding']}>
          <Finding parts={parts} file={file} steps={steps} timeline={timeline} />
        </figcaption>
        <ol className={styles['line']}>
          {parts.map((part) => (
            <Part key={part.stage} part={part} />
          ))}
        </ol>
      </figure>
    </Card>
  );
}

function Finding({ parts, file, steps, timeline }: ProcessLineProps & { readonly parts: readonly LinePart[] }) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const index = parts.findIndex(({ standing }) => standing === 'CURRENT');
  const stage = words.stages[parts[index]?.stage ?? 'SOURCES'];
  const late = parts.filter(({ isLate }) => isLate).map((part) => words.stages[part.stage]);
  const where =
    file.stage === 'CLOSED'
      ? t.line.ended(stage, words.states[steps.state])
      : file.stage === 'OFFICIAL'
        ? t.line.arrived
        : t.line.at(f.integer(index + 1), f.integer(lineStages.length), stage);
  return (
    <>
      {where} {late.length === 0 ? (isTakenUp({ timeline }) ? t.line.notRecorded : t.line.neverLate) : <strong>{t.line.lateAt(late.join(', '))}</strong>}
    </>
  );
}

function Part({ part: { stage, reachedOn, dueOn, isLate, standing } }: { readonly part: LinePart }) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  return (
    <li data-standing={standing} data-late={isLate || undefined} aria-current={standing === 'CURRENT' ? 'step' : undefined}>
      <strong>{words.stages[stage]}</strong>
      <span>{reachedOn === null ? (standing === 'AHEAD' ? t.line.ahead : null) : f.date(reachedOn)}</span>
      {dueOn === null ? null : (
        <span className={styles['due']}>
          {isLate ? t.timeline.late(f.date(dueOn)) : t.line.due(f.date(dueOn))}
        </span>
      )}
    </li>
  );
}
