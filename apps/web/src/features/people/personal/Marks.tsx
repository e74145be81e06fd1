import { isLasting } from '@banyan/schema/personal';
import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { loadPatiently } from '../../../shared/ui/load-patiently.ts';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden.tsx';
import lists from '../page/Lists.module.css';
import { useReturn } from '../use-focus.ts';
import { usePersonalTexts } from '../use-personal-texts.ts';
import type { Mark } from './MarkForm.tsx';
import type { Personal } from './use-correction.ts';

// Few marks are noted: their forms come when one is opened.
const MarkForm = lazy(async () => ({ default: (await loadPatiently(async () => await import('./MarkForm.tsx'))).MarkForm }));
const TakeBackForm = lazy(async () => ({ default: (await loadPatiently(async () => await import('./MarkForm.tsx'))).TakeBackForm }));

interface MarksProps {
  readonly person: Personal;
  /** Whether it is about exemption and suspension; else about achievements. */
  readonly lasting: boolean;
  readonly today: string;
}

/** Achievements of a person, or the times in which a member is exempt or suspended; noted, put right and taken back where they stand. */
export function Marks({ person, lasting, today }: MarksProps) {
  const { p, kept } = usePersonalTexts();
  const [opened, setOpened] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const { ref, giveBack } = useReturn<HTMLButtonElement>();
  const marks = person.marks.filter(({ kind }) => isLasting(kind) === lasting);
  const close = () => {
    setOpened(null);
    giveBack();
  };
  const saved = (sentence: string) => {
    close();
    setSaid(sentence);
  };
  const form = (mark: Mark | null) => (
    <Suspense>
      <MarkForm person={person.id} lasting={lasting} mark={mark} today={today} onClose={close} onSaved={(kind) => saved(p.marks.saved(kept.marks[kind]))} />
    </Suspense>
  );
  // Members alone are exempt or suspended.
  if (lasting && person.state === 'CANDIDATE') return null;
  const because = lasting ? person.viewerCannotMarkLastingBecause : null;
  const canAdd = lasting ? person.viewerCanMarkLasting : person.viewerCanMark;
  return (
    <Card title={lasting ? p.marks.lasting : p.marks.achievements}>
      <VisuallyHidden>
        <span role="status">{said}</span>
      </VisuallyHidden>
      {marks.length === 0 ? <p className={lists['muted']}>{p.marks.none}</p> : null}
      <ul className={lists['rows']}>
        {marks.map((mark) => (
          <li key={mark.id}>
            <Row mark={mark} canChange={person.viewerCanMark} opened={opened} onOpen={(what) => setOpened(opened === what ? null : what)} />
            {opened === `change ${mark.id}` ? form(mark) : null}
            {opened === `back ${mark.id}` ? (
              <Suspense>
                <TakeBackForm person={person.id} mark={mark} onClose={close} onSaved={() => saved(p.marks.takenBack(mark.title ?? kept.marks[mark.kind]))} />
              </Suspense>
            ) : null}
          </li>
        ))}
      </ul>
      {lasting && marks.length > 0 ? <p className={lists['muted']}>{p.marks.staysCounted}</p> : null}
      {opened === 'add' ? form(null) : null}
      {because === null || because === 'FORBIDDEN_FOR_ROLE' ? null : <p className={lists['muted']}>{kept.refusals[because]}</p>}
      {opened === 'add' || !canAdd ? null : (
        <div className={`${lists['add']} ${lists['screenOnly']}`}>
          <Button ref={ref} icon={<IconPlus size="1.15em" aria-hidden="true" />} onClick={() => setOpened('add')}>
            {lasting ? p.marks.addLasting : p.marks.add}
          </Button>
        </div>
      )}
    </Card>
  );
}

interface RowProps {
  readonly mark: Mark;
  readonly canChange: boolean;
  readonly opened: string | null;
  readonly onOpen: (what: string) => void;
}

function Row({ mark, canChange, opened, onOpen }: RowProps) {
  const { f } = usePrinting();
  const { p, kept } = usePersonalTexts();
  const { id, kind, title, on, until, body, documentNumber, reason } = mark;
  const name = title ?? kept.marks[kind];
  const when = isLasting(kind) ? (until === null ? p.correct.from(f.date(on)) : `${f.date(on)} – ${f.date(until)}`) : f.date(on);
  const details = [title === null ? null : kept.marks[kind], when, documentNumber, body, reason === null ? null : p.marks.changedFor(reason)].filter((detail) => detail !== null);
  return (
    <div className={lists['row']}>
      <span className={lists['body']}>
        {name}
        <span className={lists['details']}>
          {details.map((detail) => (
            <span key={detail}>{detail}</span>
          ))}
        </span>
      </span>
      {canChange ? (
        <span className={lists['screenOnly']}>
          <Button tone="quiet" aria-expanded={opened === `change ${id}`} aria-label={p.marks.changeOf(name)} onClick={() => onOpen(`change ${id}`)}>
            {p.marks.change}
          </Button>
          <Button tone="quiet" aria-expanded={opened === `back ${id}`} aria-label={p.marks.takeBackOf(name)} onClick={() => onOpen(`back ${id}`)}>
            {p.marks.takeBack}
          </Button>
        </span>
      ) : null}
    </div>
  );
}
