import { participantKinds } from '@banyan/schema/lifecycle';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden.tsx';
import type { FileFields, StepFields } from '../candidacy-document.ts';
import { Named } from '../Named.tsx';
import { useReturn } from '../use-focus.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import { usePersonalTexts } from '../use-personal-texts.ts';
import { DismissForm } from './DismissForm.tsx';
import styles from './Lists.module.css';
import { NameForm } from './NameForm.tsx';

export type Participant = ResultOf<typeof FileFields>['participants'][number];

interface InvolvedProps {
  readonly file: ResultOf<typeof FileFields>;
  readonly steps: ResultOf<typeof StepFields>;
  readonly today: string;
}

/** Who helps, introduces and nominates, now and before; somebody is named, or their part ended, where they stand. */
export function Involved({ file, steps, today }: InvolvedProps) {
  const { t, words } = usePeopleTexts();
  const { viewerCanKeepFile: canKeep, viewerCannotKeepFileBecause: because } = file;
  const [opened, setOpened] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const { ref, giveBack } = useReturn<HTMLButtonElement>();
  const close = () => {
    setOpened(null);
    giveBack();
  };
  const saved = (sentence: string) => {
    close();
    setSaid(sentence);
  };
  const kinds = participantKinds.map((kind) => ({ kind, those: file.participants.filter((one) => one.kind === kind) })).filter(({ those }) => those.length > 0);
  return (
    <Card title={t.involved.title}>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      {kinds.length === 0 ? <p className={styles['muted']}>{t.involved.nobody}</p> : null}
      {kinds.map(({ kind, those }) => (
        <div key={kind}>
          <h3 className={styles['group']}>{words.participants[kind]}</h3>
          <ul className={styles['rows']}>
            {those.map((one) => (
              <li key={one.id}>
                <Row one={one} canKeep={canKeep} isOpen={opened === one.id} onToggle={() => setOpened(opened === one.id ? null : one.id)} />
                {opened === one.id ? <DismissForm one={one} candidacy={steps.id} today={today} onClose={close} onSaved={() => saved(t.involved.ended(one.name))} /> : null}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {opened === 'add' ? (
        <NameForm candidacy={steps.id} unit={steps.unit.id} today={today} onClose={close} onSaved={(name) => saved(t.involved.saved(name))} />
      ) : !canKeep ? (
        because === null ? null : <p className={styles['muted']}>{words.refusals[because]}</p>
      ) : (
        <div className={styles['add']}>
          <Button ref={ref} icon={<IconPlus size="1.15em" aria-hidden="true" />} onClick={() => setOpened('add')}>
            {t.involved.add}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Row({ one, canKeep, isOpen, onToggle }: { readonly one: Participant; readonly canKeep: boolean; readonly isOpen: boolean; readonly onToggle: () => void }) {
  const { f } = usePrinting();
  const { t } = usePeopleTexts();
  const { p, kept } = usePersonalTexts();
  return (
    <div className={styles['row']}>
      <span className={styles['body']}>
        <ProperName>{one.name}</ProperName>
        {one.lastingMark !== null && one.until === null ? <span className={styles['detail']} data-warning>{p.marks.now(kept.marks[one.lastingMark])}</span> : null}
        <span className={styles['detail']}>{one.until === null ? t.involved.since(f.date(one.from)) : t.involved.between(f.date(one.from), f.date(one.until))}</span>
        {one.endedBy === null ? null : (
          <span className={styles['detail']}>
            <Named say={t.involved.endedBy}>{one.endedBy}</Named>
          </span>
        )}
        {one.together === null ? null : <span className={styles['detail']}>{t.involved.together[one.together](one.togetherSince === null ? '' : f.date(one.togetherSince))}</span>}
      </span>
      {one.until === null && canKeep ? (
        <Button tone="quiet" aria-expanded={isOpen} aria-label={t.involved.endOf(one.name)} onClick={onToggle}>
          {t.involved.end}
        </Button>
      ) : null}
    </div>
  );
}
