import { IconUserOff } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { readFragment, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { Message, Notice } from '../../../shared/ui/Notice.tsx';
import { loadPatiently } from '../../../shared/ui/load-patiently.ts';
import { Skeleton } from '../../../shared/ui/Skeleton.tsx';
import { ViewerFields } from '../../access/index.ts';
import { PageFailure } from '../../scope/index.ts';
import { FileFields, StepFields } from '../candidacy-document.ts';
import { PersonFacts } from '../PersonFacts.tsx';
import { AgeWarnings } from '../personal/AgeWarnings.tsx';
import { CorrectionHistory } from '../personal/CorrectionHistory.tsx';
import { Marks } from '../personal/Marks.tsx';
import { PersonalFields } from '../personal/personal-document.ts';
import { StepPanel, usePreparedStepPanel } from '../StepPanel.tsx';
import { linesOf, TimelineFields } from '../timeline-document.ts';
import { useReturn } from '../use-focus.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import { usePersonalTexts } from '../use-personal-texts.ts';
import { Involved } from './Involved.tsx';
import { MainDates } from './MainDates.tsx';
import { Papers } from './Papers.tsx';
import { PersonHead } from './PersonHead.tsx';
import styles from './PersonPage.module.css';
import { PersonPageQuery } from './person-document.ts';
import { ProcessLine } from './ProcessLine.tsx';
import { SensitiveCard } from './SensitiveCard.tsx';
import { TakeUp } from './TakeUp.tsx';
import { Timeline } from './Timeline.tsx';

const CorrectionPanel = lazy(async () => ({ default: (await loadPatiently(async () => await import('../personal/CorrectionPanel.tsx'))).CorrectionPanel }));

const route = getRouteApi('/nguoi/$id');

export type Person = NonNullable<ResultOf<typeof PersonPageQuery>['person']>;

/** What other parts of the application have to say of a person, and can do. */
export interface PersonSlots {
  /** The way through the list that the page was opened from. */
  readonly walk: ReactNode;
  /** Beside the one button that does what is awaited. */
  readonly acts: (person: Person, viewer: PersonViewer) => ReactNode;
  /** Below the papers and the people involved. */
  readonly cards: (person: Person, viewer: PersonViewer) => ReactNode;
}

/** Who looks at the page, and on which day. */
export interface PersonViewer {
  readonly today: string;
  readonly ownUnitId: string;
}

/** Everything about one person and the way to membership: where it stands, what happened, what is missing, and the next step. */
export function PersonPage(slots: PersonSlots) {
  const { id } = route.useParams();
  return <PersonOf key={id} id={id} slots={slots} />;
}

function PersonOf({ id, slots }: { readonly id: string; readonly slots: PersonSlots }) {
  const { m } = usePrinting();
  const { t } = usePeopleTexts();
  const [{ data, error, fetching, stale }, ask] = useQuery({ query: PersonPageQuery, variables: { id } });
  // While an answer is on its way the cache gives what it has of it, which may be nothing: it is not shown.
  const shown = useLast(fetching || stale || !data?.viewer ? undefined : data);
  const again = () => ask({ requestPolicy: 'network-only' });
  if (!shown?.viewer) return error !== undefined && !fetching ? <PageFailure title={t.page.name} error={error} onRetry={again} /> : <Loading label={m.common.loading} />;
  if (shown.person === null) {
    return <Message title={<h1 className={styles['missing']}>{m.person.notFound}</h1>} icon={<IconUserOff size="2.2rem" stroke={1.5} aria-hidden="true" />} />;
  }
  const viewer = readFragment(ViewerFields, shown.viewer);
  return (
    <>
      {error === undefined || fetching ? null : (
        <Notice tone="warning" action={<Button onClick={again}>{m.common.retry}</Button>}>
          {m.states.outdated}
        </Notice>
      )}
      <PersonSheet
        person={shown.person}
        slots={slots}
        viewer={{ ownUnitId: viewer.unit.id, today: viewer.today }}
        fileBytes={shown.fileLimits.fileBytes}
      />
    </>
  );
}

function Loading({ label }: { readonly label: string }) {
  return (
    <div role="status" aria-label={label} className={styles['page']}>
      <span className={styles['spoken']}>{label}</span>
      <Skeleton width="22rem" height="2.4rem" />
      <Skeleton height="7rem" />
      <Skeleton height="22rem" />
    </div>
  );
}

interface PersonSheetProps {
  readonly person: Person;
  readonly slots: PersonSlots;
  readonly viewer: PersonViewer;
  readonly fileBytes: number;
}

function PersonSheet({ person, slots, viewer, fileBytes }: PersonSheetProps) {
  const { ownUnitId, today } = viewer;
  const { m } = usePrinting();
  const { t } = usePeopleTexts();
  const { p } = usePersonalTexts();
  const [isRecording, setRecording] = useState(false);
  const [correcting, setCorrecting] = useState<'NOT' | 'OPEN' | 'SAVED'>('NOT');
  const personal = readFragment(PersonalFields, person);
  usePreparedStepPanel();
  const { ref: way, giveBack } = useReturn<HTMLDivElement>();
  const file = readFragment(FileFields, person.candidacy);
  const steps = readFragment(StepFields, file);
  const { timeline } = readFragment(TimelineFields, person);
  useEffect(() => {
    document.title = `${person.fullName} – ${m.product.name}`;
  }, [person.fullName, m]);
  return (
    <div className={styles['page']}>
      <PersonHead walk={slots.walk} person={person} file={file} ownUnitId={ownUnitId} onRecord={() => setRecording(true)} onCorrect={() => setCorrecting('OPEN')} acts={slots.acts(person, viewer)} />
      <div role="status" className={styles['said']}>{correcting === 'SAVED' ? <Notice>{p.correct.saved}</Notice> : null}</div>
      <AgeWarnings warnings={personal.ageWarnings} />
      <div className={styles['screen']}>
        <Notice>{t.page.recorded}</Notice>
      </div>
      <div ref={way} tabIndex={-1}>
        {file === null || steps === null ? <TakeUp person={person} onTakenUp={giveBack} /> : <ProcessLine file={file} steps={steps} timeline={linesOf(timeline, steps.id)} />}
      </div>
      <div className={styles['columns']}>
        <div className={styles['column']}>
          {timeline.length === 0 ? null : <Timeline events={timeline} steps={steps} />}
          <MainDates person={person} probationEndsOn={file?.probationEndsOn ?? null} />
          {file === null || steps === null ? null : <Involved file={file} steps={steps} today={today} />}
          {slots.cards(person, viewer)}
          <Marks person={personal} lasting={false} today={today} />
        </div>
        <div className={styles['column']}>
          {file === null || steps === null || file.papers.length === 0 ? null : <Papers file={file} candidacy={steps.id} today={today} fileBytes={fileBytes} />}
          <Card title={m.person.facts}>
            <PersonFacts person={person} />
          </Card>
          <Marks person={personal} lasting today={today} />
          <SensitiveCard person={person.id} cannotUnlock={personal.viewerCannotUnlockBecause} canRecord={personal.viewerCanRecordSensitive} />
          <CorrectionHistory corrections={personal.corrections} />
        </div>
      </div>
      {correcting === 'OPEN' ? (
        <Suspense>
          <CorrectionPanel person={personal} onClose={() => setCorrecting('NOT')} onSaved={() => setCorrecting('SAVED')} />
        </Suspense>
      ) : null}
      {isRecording && steps !== null ? <StepPanel candidacy={steps.id} onClose={() => setRecording(false)} /> : null}
    </div>
  );
}
