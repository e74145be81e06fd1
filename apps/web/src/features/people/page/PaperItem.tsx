import type { Ref } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Named } from '../Named.tsx';
import { usePeopleTexts } from '../use-people-texts.ts';
import { KeptFiles } from './KeptFiles.tsx';
import styles from './Lists.module.css';
import type { Paper, PaperLine } from './Papers.tsx';

type Former = Paper['formerVersions'][number];

interface PaperItemProps {
  readonly line: PaperLine;
  readonly paper: Paper;
  readonly candidacy: string;
  readonly canKeep: boolean;
  readonly fileBytes: number;
  readonly isOpen: boolean;
  readonly button: Ref<HTMLButtonElement> | undefined;
  readonly onToggle: () => void;
  readonly onSaid: (sentence: string) => void;
}

/** One paper of a kind: its day and number, who made it, where it lies, and its scans. */
export function PaperItem({ line, paper, candidacy, canKeep, fileBytes, isOpen, button, onToggle, onSaid }: PaperItemProps) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const { isThere, madeOn } = paper;
  return (
    <div className={styles['paper']}>
      <Noted facts={paper} />
      {canKeep ? (
        <Button tone="quiet" {...(button === undefined ? {} : { ref: button })} aria-expanded={isOpen} aria-label={t.papers.editOf(words.papers[line.kind], f.date(madeOn))} onClick={onToggle}>
          {t.papers.edit}
        </Button>
      ) : null}
      {line.takesFile && isThere ? <KeptFiles line={line} paper={paper} candidacy={candidacy} canKeep={canKeep} fileBytes={fileBytes} onSaid={onSaid} /> : null}
      {paper.formerVersions.length === 0 ? null : <History paper={paper} />}
    </div>
  );
}

/** What is noted of a paper, as it stands or stood. */
function Noted({ facts: { isThere, madeOn, number, body, conclusion, reference } }: { readonly facts: Omit<Former, 'version'> }) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const plain = [isThere ? f.date(madeOn) : `${t.papers.askedOn} ${f.date(madeOn)}`, conclusion === null ? null : words.paperConclusions[conclusion]];
  const named = [
    { key: 'number', text: number, say: t.timeline.document },
    { key: 'body', text: body, say: (text: string) => text },
    { key: 'reference', text: reference, say: (text: string) => text },
  ];
  return (
    <span className={styles['details']}>
      {plain.map((text) => (text === null ? null : <span key={text}>{text}</span>))}
      {named.map(({ key, text, say }) =>
        text === null ? null : (
          <span key={key}>
            <Named say={say}>{text}</Named>
          </span>
        ),
      )}
    </span>
  );
}

/** What stood before each change, the latest first, with who recorded it so; folded, so that the list stays one. */
function History({ paper }: { readonly paper: Paper }) {
  const { f } = usePrinting();
  const { t } = usePeopleTexts();
  const by = ({ recordedBy, recordedAt }: Pick<Former, 'recordedBy' | 'recordedAt'>) => (
    <span className={styles['detail']}>
      <Named say={(name) => t.timeline.by(name, f.dateTime(recordedAt))}>{recordedBy}</Named>
    </span>
  );
  return (
    <details className={`${styles['more']} ${styles['whole']}`}>
      <summary>{t.papers.history(f.integer(paper.formerVersions.length))}</summary>
      <ul className={styles['rows']}>
        <li>
          {t.step.now}
          {by(paper)}
        </li>
        {paper.formerVersions.map((former) => (
          <li key={former.version}>
            <Noted facts={former} />
            {by(former)}
          </li>
        ))}
      </ul>
    </details>
  );
}
