import { IconAlertTriangle, IconCheck, IconClock, IconHelpCircle, IconMinus } from '@tabler/icons-react';
import type { PaperState } from '@banyan/schema/lifecycle';
import { lazy, Suspense, useState, type Ref } from 'react';
import { readFragment, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { loadPatiently } from '../../../shared/ui/load-patiently.ts';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden.tsx';
import { StepFields, type FileFields } from '../candidacy-document.ts';
import { Named } from '../Named.tsx';
import { useReturn } from '../use-focus.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './Lists.module.css';
import { PaperItem } from './PaperItem.tsx';
import { megabyte } from './use-upload.ts';

// It comes when a paper is noted.
const PaperForm = lazy(async () => ({ default: (await loadPatiently(async () => await import('./PaperForm.tsx'))).PaperForm }));

export type PaperLine = ResultOf<typeof FileFields>['papers'][number];
export type Paper = PaperLine['papers'][number];

const icons = { MISSING: IconMinus, WAITING: IconClock, THERE: IconCheck, TOO_OLD: IconAlertTriangle, EXPIRED: IconAlertTriangle, TO_CHOOSE: IconHelpCircle } as const satisfies Record<PaperState, unknown>;

interface PapersProps {
  readonly file: ResultOf<typeof FileFields>;
  readonly candidacy: string;
  readonly today: string;
  /** How large one file may be. */
  readonly fileBytes: number;
}

/** The papers that the file needs and those that are in it; each is recorded, changed and scanned where it stands. */
export function Papers({ file, candidacy, today, fileBytes }: PapersProps) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const { viewerCanKeepFile: canKeep, viewerCannotKeepFileBecause: because } = file;
  // What is recorded anew is opened by its kind, what is changed by its id.
  const [opened, setOpened] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const { ref, giveBack } = useReturn<HTMLButtonElement>();
  const [said, setSaid] = useState('');
  const toggle = (one: string) => {
    setOpened(opened === one ? null : one);
    setLast(one);
  };
  const close = () => {
    setOpened(null);
    giveBack();
  };
  const next = readFragment(StepFields, file).steps.find(({ isAwaited }) => isAwaited)?.step;
  const form = (line: PaperLine, paper: Paper | null) => (
    <Suspense key={paper?.id ?? line.kind}>
      <PaperForm
        kind={line.kind}
        paper={paper}
        candidacy={candidacy}
        today={today}
        onClose={close}
        onSaved={() => {
          close();
          setSaid(t.papers.saved(words.papers[line.kind]));
        }}
      />
    </Suspense>
  );
  const item = (line: PaperLine, paper: Paper) => (
    <li key={paper.id}>
      <PaperItem
        line={line}
        paper={paper}
        candidacy={candidacy}
        canKeep={canKeep}
        fileBytes={fileBytes}
        isOpen={opened === paper.id}
        button={last === paper.id ? ref : undefined}
        onToggle={() => toggle(paper.id)}
        onSaid={setSaid}
      />
      {opened === paper.id ? form(line, paper) : null}
    </li>
  );
  return (
    <Card
      title={
        <>
          {t.papers.title} <span className={styles['count']}>{t.papers.count(f.integer(file.papersThere), f.integer(file.papersNeeded))}</span>
        </>
      }
    >
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      {canKeep && file.papers.some(({ takesFile }) => takesFile) ? <p className={styles['detail']}>{t.files.hint(f.integer(Math.round(fileBytes / megabyte)))}</p> : null}
      {because === null ? null : <p className={styles['detail']}>{words.refusals[because]}</p>}
      <ul className={styles['rows']}>
        {file.papers.map((line) => (
          <li key={line.kind}>
            <Line line={line} isNext={line.step === next} canKeep={canKeep} isOpen={opened === line.kind} button={last === line.kind ? ref : undefined} onToggle={() => toggle(line.kind)} />
            {opened === line.kind ? form(line, null) : null}
            {line.papers.length === 0 ? null : <ul className={styles['papers']}>{line.papers.slice(0, Math.max(line.needed, 1)).map((paper) => item(line, paper))}</ul>}
            {line.papers.length <= Math.max(line.needed, 1) ? null : (
              <details className={styles['more']}>
                <summary>{t.papers.earlier(f.integer(line.papers.length - Math.max(line.needed, 1)))}</summary>
                <ul className={styles['papers']}>{line.papers.slice(Math.max(line.needed, 1)).map((paper) => item(line, paper))}</ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface LineProps {
  readonly line: PaperLine;
  /** Whether it is for the step that is awaited. */
  readonly isNext: boolean;
  readonly canKeep: boolean;
  readonly isOpen: boolean;
  readonly button: Ref<HTMLButtonElement> | undefined;
  readonly onToggle: () => void;
}

function Line({ line: { kind, form, step, state, needed, there }, isNext, canKeep, isOpen, button, onToggle }: LineProps) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const Icon = icons[state];
  return (
    <div className={styles['row']}>
      <span className={styles['body']}>
        {words.papers[kind]}
        <span className={styles['details']}>
          {form === null ? null : <Named say={t.papers.form}>{form}</Named>}
          <span>{isNext && needed > there ? t.papers.forNextStep(words.steps[step]) : t.papers.forStep(words.steps[step])}</span>
          {needed === 0 ? <span>{t.papers.optional}</span> : null}
          {needed > 1 && state !== 'TO_CHOOSE' ? <span>{t.papers.count(f.integer(there), f.integer(needed))}</span> : null}
        </span>
        {state === 'TO_CHOOSE' ? <span className={styles['detail']}>{t.papers.toChoose}</span> : null}
      </span>
      <span className={styles['mark']} data-state={state}>
        <Icon size="1.15em" aria-hidden="true" />
        {words.paperStates[state]}
      </span>
      {canKeep ? (
        <Button tone="quiet" {...(button === undefined ? {} : { ref: button })} aria-expanded={isOpen} aria-label={t.papers.recordOf(words.papers[kind])} onClick={onToggle}>
          {t.papers.record}
        </Button>
      ) : null}
    </div>
  );
}
