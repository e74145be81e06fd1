import { IconPlus } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { loadPatiently } from '../../../shared/ui/load-patiently.ts';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { useFocusBack } from '../../candidacies/index.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';
import { LocalitiesQuery, LocalityFields, type LocalityData } from './locality-documents.ts';
import { localityStandings, standingOfLocality } from './locality-standing.ts';

const LocalityPanel = lazy(async () => ({ default: (await loadPatiently(async () => await import('./LocalityPanel.tsx'))).LocalityPanel }));
const RecordLocalityPanel = lazy(async () => ({ default: (await loadPatiently(async () => await import('./LocalityPanel.tsx'))).RecordLocalityPanel }));

interface UnitLocalitiesProps {
  readonly unit: { readonly id: string; readonly name: string };
  readonly today: string;
}

/** The hamlets and quarters of a unit that has an area: first those that have no cell of their own. */
export function UnitLocalities({ unit, today }: UnitLocalitiesProps) {
  const { t } = useRecordTexts();
  const [opened, setOpened] = useState<string | null>(null);
  useFocusBack(opened !== null);
  const [{ data, error, fetching }, execute] = useQuery({ query: LocalitiesQuery, variables: { unit: unit.id } });
  const shown = useLast(data)?.unit;
  const again = () => execute({ requestPolicy: 'network-only' });
  if (error !== undefined && !shown) return <QueryFailure error={error} onRetry={again} />;
  const rows = shown?.localities.map((row) => readFragment(LocalityFields, row)) ?? [];
  // Only communes have hamlets; a cell or an agency need not be told that it has none.
  const mayAdd = shown?.viewerCanKeepLocalities === true && !shown.kind.holdsMembers && shown.unitType === 'COMMUNE_AREA';
  if (rows.length === 0 && !mayAdd) return null;
  const row = rows.find(({ id }) => id === opened);
  const close = () => setOpened(null);
  const done = () => {
    again();
    close();
  };
  const add = (
    <Button onClick={() => setOpened('NEW')}>
      <IconPlus size="1.1rem" aria-hidden="true" />
      {t.localities.record}
    </Button>
  );
  return (
    <Card title={t.localities.title} busy={fetching} tools={mayAdd ? add : undefined}>
      {rows.length === 0 ? <p>{t.localities.empty}</p> : <Groups rows={rows} onOpen={setOpened} />}
      <Suspense>
        {opened === 'NEW' ? <RecordLocalityPanel unit={unit} onDone={done} onClose={close} /> : null}
        {row === undefined ? null : <LocalityPanel key={row.id} unit={unit} row={row} today={today} onChanged={again} onDone={done} onClose={close} />}
      </Suspense>
    </Card>
  );
}

interface GroupsProps {
  readonly rows: readonly LocalityData[];
  readonly onOpen: (id: string) => void;
}

/** Those that lack a cell stand there; the others are opened. */
function Groups({ rows, onOpen }: GroupsProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const groups = Map.groupBy(rows, (row) => standingOfLocality(row).standing);
  return (
    <div className={styles['card']}>
      {localityStandings.map((standing) => {
        const group = groups.get(standing);
        if (group === undefined) return null;
        const title = t.localities.group(t.localities.standing[standing], f.integer(group.length));
        return (
          <details key={standing} className={styles['more']} open={standing === 'WITHOUT_CELL' || standing === 'SHARED_CELL'}>
            <summary>{title}</summary>
            <ul className={styles['lines']} aria-label={title}>
              {group.map((row) => (
                <li key={row.id}>
                  <button type="button" className={styles['title']} onClick={() => onOpen(row.id)}>
                    <ProperName>{row.name}</ProperName>
                  </button>
                  <StandingLine row={row} />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

/** How a hamlet stands, in words. */
function StandingLine({ row }: { readonly row: LocalityData }) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const { standing, since } = standingOfLocality(row);
  return (
    <p>
      <span className={standing === 'WITHOUT_CELL' ? styles['attention'] : undefined}>{since === null ? t.localities.standing[standing] : t.localities.since(t.localities.standing[standing], f.date(since))}</span>
      {standing !== 'ENDED' && row.memberSince === null ? <span className={styles['attention']}> · {t.localities.noMember}</span> : null}
    </p>
  );
}
