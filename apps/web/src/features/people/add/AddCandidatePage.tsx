import { IconLock } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Message } from '../../../shared/ui/Notice.tsx';
import { Skeleton } from '../../../shared/ui/Skeleton.tsx';
import { keepScope } from '../../../shared/url/keep-scope.ts';
import { ViewerFields } from '../../access/index.ts';
import { PageFailure } from '../../scope/index.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import { AddPageQuery, CellFields } from './add-document.ts';
import styles from './AddCandidate.module.css';
import { AddCandidateForm } from './AddCandidateForm.tsx';
import { canAddBelow } from './can-add-below.ts';

const route = getRouteApi('/nguon_/them');

/** Adds somebody whom a cell has found as a source, and goes on to their page. */
export function AddCandidatePage() {
  const { 'don-vi': code } = route.useSearch();
  const { m, language } = usePrinting();
  const { t, words } = usePeopleTexts();
  const navigate = useNavigate();
  const [{ data, error, fetching }, ask] = useQuery({ query: AddPageQuery, variables: { code: code ?? '', withUnit: code !== undefined, language } });
  // What is being typed stays, whatever the page asks meanwhile.
  const shown = useLast(data?.viewer ? data : undefined);
  useEffect(() => {
    document.title = `${t.add.title} – ${m.product.name}`;
  }, [t, m]);
  if (!shown?.viewer) {
    if (error !== undefined && !fetching) return <PageFailure title={t.add.title} error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return (
      <div role="status" className={styles['page']}>
        <span className={styles['spoken']}>{m.common.loading}</span>
        <Skeleton height="24rem" />
      </div>
    );
  }
  const { today, unit: own } = readFragment(ViewerFields, shown.viewer);
  const because = (shown.unit ?? shown.viewer.unit).viewerCannotAddCandidateBecause;
  const asked = readFragment(CellFields, shown.unit);
  const cell = [asked, readFragment(CellFields, shown.viewer.unit)].find((unit) => unit?.kind.holdsMembers) ?? null;
  return (
    <div className={styles['page']}>
      <h1>{t.add.title}</h1>
      {canAddBelow(because) ? (
        <>
          <p className={styles['lead']}>{t.add.lead}</p>
          <AddCandidateForm
            today={today}
            under={asked?.kind.holdsMembers === false ? asked.id : own.id}
            cell={cell}
            onAdded={(person) => void navigate({ to: '/nguoi/$id', params: { id: person }, search: keepScope, replace: true })}
          />
        </>
      ) : (
        <Message title={because === null || because === 'FORBIDDEN_FOR_ROLE' ? t.add.forbidden : words.refusals[because]} icon={<IconLock size="2rem" stroke={1.5} aria-hidden="true" />} />
      )}
    </div>
  );
}
