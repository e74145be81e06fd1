import { useEffect, useRef, type ReactNode } from 'react';
import { readFragment, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { Breadcrumb, UnitLink } from '../../organisation/index.ts';
import { PrintButton } from '../../scope/index.ts';
import { StepFields, type FileFields } from '../candidacy-document.ts';
import { DeadlineText } from '../DeadlineText.tsx';
import { Named } from '../Named.tsx';
import { PersonalFields } from '../personal/personal-document.ts';
import marks from '../personal/Personal.module.css';
import { StateChip } from '../StateChip.tsx';
import { usePeopleTexts } from '../use-people-texts.ts';
import { usePersonalTexts } from '../use-personal-texts.ts';
import { PaperHead } from './PaperHead.tsx';
import type { Person } from './PersonPage.tsx';
import styles from './PersonPage.module.css';

interface PersonHeadProps {
  readonly walk: ReactNode;
  readonly person: Person;
  readonly file: ResultOf<typeof FileFields> | null;
  readonly ownUnitId: string;
  readonly onRecord: () => void;
  /** What else can be done. */
  readonly acts: ReactNode;
  readonly onCorrect: () => void;
}

/** Who it is, where they stand, by when what is due, who helps; and the one button that does what is awaited. */
export function PersonHead({ walk, person, file, ownUnitId, onRecord, onCorrect, acts }: PersonHeadProps) {
  const { f, texts } = usePrinting();
  const { t } = usePeopleTexts();
  const { p, kept } = usePersonalTexts();
  const { lastingMark, viewerCanCorrect } = readFragment(PersonalFields, person);
  const steps = readFragment(StepFields, file);
  const heading = useHeadingFocus();
  const helpers = file?.participants.filter(({ kind, until }) => kind === 'HELPER' && until === null).map(({ name }) => name) ?? [];
  return (
    <div className={styles['head']}>
      <PaperHead id={person.id} name={person.fullName} unit={person.unit.name} />
      <div className={styles['where']}>
        <Breadcrumb unit={person.unit} ownUnitId={ownUnitId} page="/don-vi/$code" />
        <h1 ref={heading} tabIndex={-1}>
          <ProperName>{person.fullName}</ProperName>
        </h1>
        <p className={styles['meta']}>
          <span>{t.step.born(f.date(person.birthDate))}</span>
          <UnitLink page="/don-vi/$code" code={person.unit.code} className={styles['unit']}>
            <ProperName>{person.unit.name}</ProperName>
          </UnitLink>
        </p>
        <p className={styles['standing']}>
          {steps === null ? <span className={styles['state']}>{texts.memberStates[person.state]}</span> : <StateChip candidacy={steps} />}
          {lastingMark === null ? null : <span className={marks['chip']}>{p.marks.now(kept.marks[lastingMark])}</span>}
          {steps?.deadline ? <DeadlineText deadline={steps.deadline} withKind withRules /> : null}
        </p>
        {file === null ? null : (
          <p className={styles['muted']}>{helpers.length === 0 ? t.page.noHelpers : <Named say={t.page.helpers}>{helpers.join(', ')}</Named>}</p>
        )}
      </div>
      <div className={styles['tools']}>
        {walk}
        <PrintButton busy={false} />
        {viewerCanCorrect ? <Button onClick={onCorrect}>{p.correct.open}</Button> : null}
        {acts}
        <Primary steps={steps} onRecord={onRecord} />
      </div>
    </div>
  );
}

/** What is awaited, where the viewer may record it; else another step that they may; else nothing. */
function Primary({ steps, onRecord }: { readonly steps: ResultOf<typeof StepFields> | null; readonly onRecord: () => void }) {
  const { t, words } = usePeopleTexts();
  const awaited = steps?.steps.find(({ isAwaited, viewerCan }) => isAwaited && viewerCan);
  if (!steps?.steps.some(({ viewerCan }) => viewerCan)) return null;
  return (
    <div className={styles['primary']}>
      <Button tone={awaited === undefined ? 'outline' : 'primary'} onClick={onRecord}>
        {awaited === undefined ? t.page.otherStep : words.actions[awaited.step]}
      </Button>
    </div>
  );
}

/** Somebody who comes from a list starts at the top of the page, by keyboard and by ear too. */
function useHeadingFocus() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
