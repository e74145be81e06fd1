import type { Ref } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Named } from '../Named.tsx';
import { usePeopleTexts } from '../use-people-texts.ts';
import { KeptFiles } from './KeptFiles.tsx';
import styles from './Lists.module.css';
import type { Paper, PaperLine } from './Papers.tsx';

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
  const { isThere, madeOn, number, body, conclusion, reference } = paper;
  const plain = [isThere ? f.date(madeOn) : `${t.papers.askedOn} ${f.date(madeOn)}`, conclusion === null ? null : words.paperConclusions[conclusion]];
  const named = [
    { key: 'number', text: number, say: t.timeline.document },
    { key: 'body', text: body, say: (text: string) => text },
    { key: 'reference', text: reference, say: (text: string) => text },
  ];
  return (
    <div className={styles['paper']}>
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
      {canKeep ? (
        <Button tone="quiet" {...(button === undefined ? {} : { ref: button })} aria-expanded={isOpen} aria-label={t.papers.editOf(words.papers[line.kind], f.date(madeOn))} onClick={onToggle}>
          {t.papers.edit}
        </Button>
      ) : null}
      {line.takesFile && isThere ? <KeptFiles line={line} paper={paper} candidacy={candidacy} canKeep={canKeep} fileBytes={fileBytes} onSaid={onSaid} /> : null}
    </div>
  );
}
