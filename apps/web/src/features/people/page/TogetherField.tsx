import { useId } from 'react';
import { useQuery } from 'urql';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Segmented } from '../../../shared/ui/Segmented.tsx';
import { DayField } from '../fields/DayField.tsx';
import { Problem } from '../fields/Problem.tsx';
import type { Problems } from '../use-change.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './Lists.module.css';
import { TogetherQuery } from './person-document.ts';

/** What is confirmed of an introducer; null where nothing is. */
export type Together = 'SHARED_WORK' | 'SAME_RESIDENCE' | null;

interface TogetherFieldProps {
  readonly candidacy: string;
  readonly member: string;
  /** The day from which the member introduces, where one is typed. */
  readonly from: string | null;
  readonly together: Together;
  readonly since: string;
  readonly problems: Problems;
  readonly onChange: (typed: { together?: Together; togetherSince?: string }) => void;
}

/** How an introducer knows the candidate: what the records show is stated, and where they do not show enough it is asked. */
export function TogetherField({ candidacy, member, from, together, since, problems, onChange }: TogetherFieldProps) {
  const { f } = usePrinting();
  const { t } = usePeopleTexts();
  const id = useId();
  const [{ data, fetching, stale }] = useQuery({ query: TogetherQuery, variables: { candidacy, member } });
  const known = data?.candidacy?.togetherSince ?? null;
  // Whether it is enough, the server judges; this only spares a question.
  const isEnough = known !== null && from !== null && problems['together'] === undefined && aYearAfter(known) <= from;
  // While an answer is on its way the cache gives what it has of it, which may be nothing.
  if (fetching || stale || data === undefined) return null;
  return (
    <div className={styles['together']} data-invalid={problems['together'] === undefined ? undefined : ''}>
      <p className={styles['muted']}>{known === null ? t.involved.notKnown : isEnough ? t.involved.known(f.date(known)) : t.involved.knownShort(f.date(known))}</p>
      {isEnough ? null : (
        <>
          <Segmented
            label={problems['together'] === undefined ? t.involved.confirm : `${t.involved.confirm}. ${problems['together']}`}
            value={together ?? ''}
            segments={[
              { value: 'SHARED_WORK', label: t.involved.sharedWork },
              { value: 'SAME_RESIDENCE', label: t.involved.sameResidence },
            ]}
            onChange={(value) => onChange({ together: value === 'SAME_RESIDENCE' ? 'SAME_RESIDENCE' : 'SHARED_WORK' })}
          />
          <Problem id={`${id}-problem`}>{problems['together']}</Problem>
          {together === 'SHARED_WORK' ? (
            <DayField label={t.involved.togetherSince} required value={since} problem={problems['togetherSince']} onChange={(togetherSince) => onChange({ togetherSince })} />
          ) : null}
        </>
      )}
    </div>
  );
}

function aYearAfter(day: string): string {
  return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}
