import { useState } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { useLast } from '../../shared/graphql/use-last.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { ByDocument } from './ByDocument.tsx';
import { EndForm } from './EndForm.tsx';
import { SupervisionFields, UnitSupervisionsQuery, type SupervisionData } from './supervision-documents.ts';
import { SupervisionDays } from './SupervisionDays.tsx';
import styles from './Supervision.module.css';
import { TermsForm } from './TermsForm.tsx';
import { useSupervisionTexts } from './use-supervision-texts.ts';

type Opened = { readonly do: 'ASSIGN' } | { readonly do: 'CHANGE' | 'END'; readonly id: string };

/** Who is in charge of a unit, who was, and the way to assign somebody. */
export function SupervisorsCard({ unit }: { readonly unit: string }) {
  const { t } = useSupervisionTexts();
  const [opened, setOpened] = useState<Opened | null>(null);
  const [{ data, error, fetching }, execute] = useQuery({ query: UnitSupervisionsQuery, variables: { unit } });
  const shown = useLast(data);
  const retry = () => execute({ requestPolicy: 'network-only' });
  const close = () => setOpened(null);
  const done = () => {
    close();
    retry();
  };
  if (shown === undefined) return <Card title={t.cardTitle}>{error === undefined ? <Skeleton height="5rem" /> : <QueryFailure error={error} onRetry={retry} />}</Card>;
  const all = (shown.unit?.supervisions ?? []).map((one) => readFragment(SupervisionFields, one));
  const [now, before] = [all.filter(({ state }) => state !== 'ENDED'), all.filter(({ state }) => state === 'ENDED')];
  const canAssign = shown.unit?.viewerCanAssignSupervisor.can ?? false;
  const named = opened === null || opened.do === 'ASSIGN' ? undefined : all.find(({ id }) => id === opened.id);
  return (
    <Card title={t.cardTitle} busy={fetching} tools={canAssign && opened === null ? <Button onClick={() => setOpened({ do: 'ASSIGN' })}>{t.assign}</Button> : undefined}>
      <div className={styles['card']}>
        {opened?.do === 'ASSIGN' ? <TermsForm subject={{ unit }} onClose={close} onDone={done} /> : null}
        {opened?.do === 'CHANGE' && named ? <TermsForm key={named.id} subject={{ supervision: named }} onClose={close} onDone={done} /> : null}
        {opened?.do === 'END' && named ? <EndForm key={named.id} supervision={named} onClose={close} onDone={done} /> : null}
        {now.length === 0 ? <p className={styles['muted']}>{t.noneHere}</p> : <Supervisors supervisions={now} onOpen={opened === null ? setOpened : null} />}
        {before.length === 0 ? null : (
          <details>
            <summary>{t.history}</summary>
            <Supervisors supervisions={before} onOpen={null} />
          </details>
        )}
      </div>
    </Card>
  );
}

interface SupervisorsProps {
  readonly supervisions: readonly SupervisionData[];
  readonly onOpen: ((opened: Opened) => void) | null;
}

function Supervisors({ supervisions, onOpen }: SupervisorsProps) {
  const { f } = usePrinting();
  const { t, words } = useSupervisionTexts();
  return (
    <ul className={styles['people']}>
      {supervisions.map((one) => (
        <li key={one.id}>
          <div>
            <strong>
              <ProperName>{one.personName}</ProperName>
            </strong>{' '}
            · {words.kinds[one.kind]} · <ProperName>{one.post}</ProperName>
            <p className={styles['muted']}>
              {one.state === 'TO_COME' ? `${words.states.TO_COME}: ` : ''}
              <SupervisionDays {...one} />; <ByDocument {...one} />
              {one.bodyName === null ? null : (
                <>
                  {' '}
                  · <ProperName>{one.bodyName}</ProperName>
                </>
              )}
              {one.changes.length === 0 ? '' : ` · ${t.changed(f.integer(one.changes.length))}`}
              {one.endReason === null ? '' : ` · ${one.endReason}`}
            </p>
          </div>
          {one.viewerCanChange.can && onOpen !== null ? (
            <div className={styles['acts']}>
              <Button tone="quiet" onClick={() => onOpen({ do: 'CHANGE', id: one.id })}>
                {t.change}
              </Button>
              <Button tone="quiet" onClick={() => onOpen({ do: 'END', id: one.id })}>
                {t.end}
              </Button>
            </div>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
