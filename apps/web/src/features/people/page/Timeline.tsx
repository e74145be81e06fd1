import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react';
import { Fragment, useState, type FormEvent } from 'react';
import type { ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Drafts, useDraft } from '../../../shared/ui/drafts.ts';
import { Card } from '../../../shared/ui/Card.tsx';
import { UndoStep, type StepFields } from '../candidacy-document.ts';
import { DeadlineText } from '../DeadlineText.tsx';
import { FormFoot } from '../fields/FormFoot.tsx';
import { KeptNotice } from '../fields/KeptNotice.tsx';
import { TextField } from '../fields/TextField.tsx';
import { useFirstProblem } from '../fields/use-first-problem.ts';
import { Named } from '../Named.tsx';
import type { CorrectionEvent, LetterEvent, TimelineEvent, TimelineLine } from '../timeline-document.ts';
import { useChange } from '../use-change.ts';
import { useReturn } from '../use-focus.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './Timeline.module.css';
import { timelineGroups, type TimelineGroup } from './timeline-groups.ts';
import { CorrectionEntry, LetterEntry } from './TimelineOther.tsx';

interface TimelineProps {
  readonly events: readonly TimelineEvent[];
  /** Where the latest way stands; null where none is on record. */
  readonly steps: ResultOf<typeof StepFields> | null;
}

/** All that was recorded, oldest first and by ways, planned beside actual; then what is awaited. What was undone stays, struck through. */
export function Timeline({ events, steps }: TimelineProps) {
  const { t, words } = usePeopleTexts();
  const { ref, giveBack } = useReturn<HTMLDivElement>();
  const awaited = steps?.steps.find(({ isAwaited }) => isAwaited);
  const groups = timelineGroups<TimelineLine, LetterEvent | CorrectionEvent>(events);
  return (
    <Card title={t.timeline.title}>
      <div ref={ref} tabIndex={-1} className={styles['groups']}>
        {groups.map(({ candidacy, rows }, index) => (
          <Fragment key={candidacy?.id ?? ''}>
            {candidacy === null || groups.length === 1 ? null : <Heading way={candidacy} ordinal={index + 1} isLast={candidacy.id === steps?.id} />}
            <ol className={styles['timeline']}>
              {rows.map((row) => (
                <Row key={'other' in row ? keyOf(row.other) : row.line.id} row={row} steps={steps} onUndone={giveBack} />
              ))}
              {awaited === undefined || index < groups.length - 1 ? null : (
                <li data-planned>
                  <p className={styles['what']}>{t.timeline.planned(words.steps[awaited.step])}</p>
                  {steps === null || steps.deadline === null ? null : <DeadlineText deadline={steps.deadline} withKind />}
                </li>
              )}
            </ol>
          </Fragment>
        ))}
      </div>
    </Card>
  );
}

function keyOf(event: LetterEvent | CorrectionEvent): string {
  return event.__typename === 'Correction' ? event.id : `${event.transfer.id} ${event.becomes}`;
}

/** Which way of the person it is, and how it ended where another one followed. */
function Heading({ way, ordinal, isLast }: { readonly way: TimelineLine['candidacy']; readonly ordinal: number; readonly isLast: boolean }) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  return (
    <h3 className={styles['way']}>
      {way.isReadmission ? t.timeline.readmission(f.integer(ordinal)) : t.timeline.way(f.integer(ordinal))}
      {isLast ? null : <span className={styles['by']}> · {words.states[way.state]}</span>}
    </h3>
  );
}

interface RowProps {
  readonly row: TimelineGroup<TimelineLine, LetterEvent | CorrectionEvent>['rows'][number];
  readonly steps: ResultOf<typeof StepFields> | null;
  readonly onUndone: () => void;
}

function Row({ row, steps, onUndone }: RowProps) {
  if ('other' in row) return <li data-beside>{row.other.__typename === 'Correction' ? <CorrectionEntry event={row.other} /> : <LetterEntry event={row.other} />}</li>;
  const { line, undoneBy } = row;
  return (
    <li data-undone={line.isUndone || undefined} data-late={(line.isLate && !line.isUndone) || undefined}>
      <Entry line={line} undoneBy={undoneBy} />
      {steps !== null && ((line.viewerCanUndo && line.step !== 'IDENTIFIED') || drafts.get(line.id) !== undefined) ? <Undo line={line} steps={steps} onUndone={onUndone} /> : null}
    </li>
  );
}

function Entry({ line, undoneBy }: { readonly line: TimelineLine; readonly undoneBy: TimelineLine | null }) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const Struck = line.isUndone ? 's' : 'span';
  return (
    <>
      <p className={styles['what']}>
        <Struck>
          <time dateTime={line.on}>{f.date(line.on)}</time> <strong>{words.steps[line.step]}</strong>
        </Struck>
        {line.dueOn === null || line.isUndone ? null : (
          <span className={styles['limit']}>
            {line.isLate ? <IconAlertTriangle size="1.05em" aria-hidden="true" /> : null}
            {line.isLate ? t.timeline.late(f.date(line.dueOn)) : t.timeline.inTime(f.date(line.dueOn))}
          </span>
        )}
      </p>
      <Details line={line} />
      {undoneBy === null ? null : (
        <p className={styles['undone']}>
          <Named say={t.timeline.undone}>{undoneBy.reason ?? ''}</Named> · <By line={undoneBy} />
        </p>
      )}
    </>
  );
}

function Details({ line }: { readonly line: TimelineLine }) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const { documentNumber, certificateNumber, provinceConsentNumber, upperConsentNumber, removalGround, receivedOn, vote, reason, warnings } = line;
  const numbers = [
    { text: documentNumber, say: t.timeline.document },
    { text: certificateNumber, say: t.timeline.certificate },
    { text: provinceConsentNumber, say: t.timeline.consent },
    { text: reason, say: t.timeline.reason },
  ];
  return (
    <>
      <ul className={styles['details']}>
        {numbers.map(({ text, say }) =>
          text === null ? null : (
            <li key={say('')}>
              <Named say={say}>{text}</Named>
            </li>
          ),
        )}
        {vote === null ? null : <li>{t.timeline.vote(f.integer(vote.inFavour), f.integer(vote.base), f.integer(vote.present))}</li>}
        {receivedOn === null ? null : <li>{t.timeline.received(f.date(receivedOn))}</li>}
        {upperConsentNumber === null ? null : (
          <li>
            {words.facts.UPPER_CONSENT_NUMBER}: {upperConsentNumber}
          </li>
        )}
        {removalGround === null ? null : <li>{words.removalGrounds[removalGround]}</li>}
        {warnings.map((warning) => (
          <li key={warning}>{words.stepWarnings[warning]}</li>
        ))}
      </ul>
      <p className={styles['by']}>
        <By line={line} />
      </p>
    </>
  );
}

function By({ line }: { readonly line: TimelineLine }) {
  const { f } = usePrinting();
  const { t } = usePeopleTexts();
  return <Named say={(name) => t.timeline.by(name, f.dateTime(line.recordedAt))}>{line.recordedBy}</Named>;
}

interface UndoProps {
  readonly line: TimelineLine;
  readonly steps: ResultOf<typeof StepFields>;
  readonly onUndone: () => void;
}

const drafts = new Drafts<string>();

/** Takes back the last step, with the reason: the line stays. */
function Undo({ line, steps, onUndone }: UndoProps) {
  const { t, words } = usePeopleTexts();
  const [opened, setOpened] = useState(false);
  const { values: reason, isKept, setValues: setReason, forget } = useDraft(drafts, line.id, () => '');
  const { ref, giveBack } = useReturn<HTMLButtonElement>();
  const { send, isBusy, problems, setProblems, failure } = useChange(UndoStep, ['reason']);
  const form = useFirstProblem(problems);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === '') return setProblems({ reason: words.refusals.FACT_MISSING });
    void send({ candidacy: steps.id, expectedVersion: steps.version, step: line.id, reason: reason.trim() }, () => {
      forget();
      onUndone();
    });
  };
  const cancel = () => {
    forget();
    setOpened(false);
    giveBack();
  };
  if (!opened) {
    // What was typed stays also where somebody else was quicker with a step after it.
    return !line.viewerCanUndo ? null : (
      <Button ref={ref} tone="quiet" className={styles['undo']} icon={<IconArrowBackUp size="1.15em" aria-hidden="true" />} onClick={() => setOpened(true)}>
        {t.timeline.undo}
      </Button>
    );
  }
  return (
    <form ref={form} className={styles['form']} onSubmit={submit} noValidate>
      <KeptNotice isKept={isKept} onForget={forget} />
      <TextField label={t.timeline.undoReason} required size="lines" value={reason} problem={problems['reason']} onChange={setReason} />
      <FormFoot label={t.timeline.undo} busyLabel={t.step.undoing} isBusy={isBusy} failure={failure} onCancel={cancel} />
    </form>
  );
}
