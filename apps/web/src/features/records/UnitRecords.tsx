import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { useLast } from '../../shared/graphql/use-last.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { UnitCardQuery } from './record-documents.ts';
import { FollowUpFields } from './record-fields.ts';
import styles from './Records.module.css';
import { useRecordTexts } from './use-record-texts.ts';

interface UnitRecordsProps {
  readonly unit: { readonly id: string; readonly code: string };
  readonly today: string;
}

/** How far a unit is with its plan of the year, what stands in its way, and what waits for a reply. */
export function UnitRecords({ unit, today }: UnitRecordsProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const year = Number(today.slice(0, 4));
  const [{ data, error, fetching }, execute] = useQuery({ query: UnitCardQuery, variables: { unit: unit.id, year } });
  const shown = useLast(data);
  const counts = readFragment(FollowUpFields, shown?.followUp);
  const plan = shown?.unit?.plan ?? null;
  const late = (count: number) => (count === 0 ? null : <span className={styles['late']}> · {t.card.overdue(f.integer(count))}</span>);
  return (
    <Card title={t.card.title} busy={fetching}>
      {!counts ? (
        error === undefined ? <Skeleton height="8rem" /> : <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      ) : (
        <ul className={styles['counts']}>
          <li>
            <Link to="/ke-hoach" search={{ 'don-vi': unit.code }}>
              {t.card.plan(String(year))}
            </Link>
            <span>
              {plan === null ? t.card.noPlan : <strong>{t.plans.progress(f.integer(plan.doneCount), f.integer(plan.itemCount))}</strong>}
              {plan === null ? null : late(plan.overdueCount)}
            </span>
          </li>
          <li>
            <Link to="/vuong-mac" search={{ 'don-vi': unit.code }}>
              {t.card.obstacles}
            </Link>
            <span>
              <strong>{f.integer(counts.openObstacles)}</strong>
              {late(counts.overdueObstacles)}
            </span>
          </li>
          <li>
            <Link to="/vuong-mac" search={{ 'don-vi': unit.code, xem: 'don-doc' }}>
              {t.card.reminders}
            </Link>
            <span>
              <strong>{f.integer(counts.waitingReminders)}</strong>
              {late(counts.overdueReminders)}
            </span>
          </li>
          <li>
            <Link to="/vuong-mac" search={{ 'don-vi': unit.code, xem: 'kiem-tra' }}>
              {t.card.neverInspected}
            </Link>
            <strong>{f.integer(counts.neverInspected)}</strong>
          </li>
          <li>
            <Link to="/van-ban" search={{ 'don-vi': unit.code }}>
              {t.card.documents}
            </Link>
            <span />
          </li>
        </ul>
      )}
    </Card>
  );
}
