import type { PaperState } from '@banyan/schema/lifecycle';
import { IconAlertTriangle, IconCheck, IconClock, IconMinus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden.tsx';
import type { FileFields } from '../candidacy-document.ts';
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
  const [opened, setOpened] = useState<string | null>(null);
  const [said, setSaid] = useState('');
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
            <Row paper={paper} isOpen={opened === paper.kind} onToggle={() => setOpened(opened === paper.kind ? null : paper.kind)} />
            {opened === paper.kind ? (
              <PaperForm
                paper={paper}
                candidacy={candidacy}
                today={today}
                onClose={() => setOpened(null)}
                onSaved={() => {
                  setOpened(null);
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

function Row({ paper, isOpen, onToggle }: { readonly paper: Paper; readonly isOpen: boolean; readonly onToggle: () => void }) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const { kind, form, state, madeOn, number, body, conclusion, reference } = paper;
  const Icon = icons[state];
  const details = [
    form === null ? null : t.papers.form(form),
    madeOn === null ? null : f.date(madeOn),
    number === null ? null : t.timeline.document(number),
    conclusion === null ? null : words.paperConclusions[conclusion],
  ].filter((detail) => detail !== null);
  const places = [body, reference].filter((place) => place !== null).join(' · ');
  return (
    <div className={styles['row']}>
      <span className={styles['body']}>
        {words.papers[kind]}
        <span className={styles['detail']}>
          {details.join(' · ')}
          {places === '' ? null : (
            <>
              {' · '}
              <ProperName>{places}</ProperName>
            </>
          )}
        </span>
      </span>
      <span className={styles['mark']} data-state={state}>
        <Icon size="1.15em" aria-hidden="true" />
        {words.paperStates[state]}
      </span>
      <Button tone="quiet" aria-expanded={isOpen} aria-label={t.papers.recordOf(words.papers[kind])} onClick={onToggle}>
        {t.papers.record}
      </Button>
    </div>
  );
}
