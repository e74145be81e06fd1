import type { PaperKind, PaperState } from '@banyan/schema/lifecycle';
import { IconAlertTriangle, IconCheck, IconClock, IconMinus } from '@tabler/icons-react';
import { useState, type Ref } from 'react';
import type { ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden.tsx';
import type { FileFields } from '../candidacy-document.ts';
import { Named } from '../Named.tsx';
import { useReturn } from '../use-focus.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './Lists.module.css';
import { PaperForm } from './PaperForm.tsx';

export type Paper = ResultOf<typeof FileFields>['papers'][number];

const icons = { MISSING: IconMinus, WAITING: IconClock, THERE: IconCheck, TOO_OLD: IconAlertTriangle } as const satisfies Record<PaperState, unknown>;

interface PapersProps {
  readonly file: ResultOf<typeof FileFields>;
  readonly candidacy: string;
  readonly today: string;
}

/** The papers that the file needs, and how each stands; one of them is recorded where it stands. */
export function Papers({ file, candidacy, today }: PapersProps) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const [opened, setOpened] = useState<PaperKind | null>(null);
  const [last, setLast] = useState<PaperKind | null>(null);
  const { ref, giveBack } = useReturn<HTMLButtonElement>();
  const [said, setSaid] = useState('');
  const toggle = (kind: PaperKind) => {
    setOpened(opened === kind ? null : kind);
    setLast(kind);
  };
  const close = () => {
    setOpened(null);
    giveBack();
  };
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
      <ul className={styles['rows']}>
        {file.papers.map((paper) => (
          <li key={paper.kind}>
            <Row paper={paper} isOpen={opened === paper.kind} button={last === paper.kind ? ref : undefined} onToggle={() => toggle(paper.kind)} />
            {opened === paper.kind ? (
              <PaperForm
                paper={paper}
                candidacy={candidacy}
                today={today}
                onClose={close}
                onSaved={() => {
                  close();
                  setSaid(t.papers.saved(words.papers[paper.kind]));
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface RowProps {
  readonly paper: Paper;
  readonly isOpen: boolean;
  readonly button: Ref<HTMLButtonElement> | undefined;
  readonly onToggle: () => void;
}

function Row({ paper, isOpen, button, onToggle }: RowProps) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const { kind, form, state, madeOn, number, body, conclusion, reference } = paper;
  const Icon = icons[state];
  const plain = [madeOn === null ? null : f.date(madeOn), conclusion === null ? null : words.paperConclusions[conclusion]];
  const named = [
    { key: 'form', text: form, say: t.papers.form },
    { key: 'number', text: number, say: t.timeline.document },
    { key: 'body', text: body, say: (text: string) => text },
    { key: 'reference', text: reference, say: (text: string) => text },
  ];
  return (
    <div className={styles['row']}>
      <span className={styles['body']}>
        {words.papers[kind]}
        <span className={styles['details']}>
          {named.map(({ key, text, say }) =>
            text === null ? null : (
              <span key={key}>
                <Named say={say}>{text}</Named>
              </span>
            ),
          )}
          {plain.map((text) => (text === null ? null : <span key={text}>{text}</span>))}
        </span>
      </span>
      <span className={styles['mark']} data-state={state}>
        <Icon size="1.15em" aria-hidden="true" />
        {words.paperStates[state]}
      </span>
      <Button tone="quiet" {...(button === undefined ? {} : { ref: button })} aria-expanded={isOpen} aria-label={t.papers.recordOf(words.papers[kind])} onClick={onToggle}>
        {t.papers.record}
      </Button>
    </div>
  );
}
