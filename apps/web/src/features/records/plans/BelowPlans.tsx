import { Link } from '@tanstack/react-router';
import { Card } from '../../../shared/ui/Card.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';
import { Progress } from './Progress.tsx';

interface Child {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly plan: { readonly itemCount: number; readonly doneCount: number; readonly overdueCount: number } | null;
}

/** How far the units below are with their plans of the year: those that have none first, then those with most overdue. */
export function BelowPlans({ units }: { readonly units: readonly Child[] }) {
  const { t } = useRecordTexts();
  if (units.length === 0) return null;
  const rank = ({ plan }: Child) => (plan === null ? Number.POSITIVE_INFINITY : plan.overdueCount);
  return (
    <Card title={t.plans.below}>
      <ul className={styles['counts']}>
        {units
          .toSorted((one, other) => rank(other) - rank(one) || 0)
          .map(({ id, code, name, plan }) => (
            <li key={id}>
              <Link to="/ke-hoach" search={(previous) => ({ ...previous, unknownKeys: undefined, viec: undefined, 'don-vi': code })}>
                <ProperName>{name}</ProperName>
              </Link>
              {plan === null ? <span className={styles['attention']}>{t.plans.belowNone}</span> : <Progress plan={plan} />}
            </li>
          ))}
      </ul>
    </Card>
  );
}
