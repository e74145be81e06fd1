import { readFragment } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { PlanItemFields, type PlanData } from '../record-fields.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';
import { ItemTable } from './ItemTable.tsx';
import { Progress } from './Progress.tsx';

/** The plans that the units above have handed down, to be read. */
export function AbovePlans({ plans }: { readonly plans: readonly PlanData[] }) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  return plans.map((plan) => {
    const items = plan.items.map((one) => readFragment(PlanItemFields, one)).filter(({ takenBackReason }) => takenBackReason === null);
    const name = t.plans.aboveOf(plan.unit?.name ?? '');
    return (
      <Card key={plan.id} title={<ProperName>{name}</ProperName>}>
        <details className={styles['more']}>
          <summary>
            <Progress plan={plan} />
          </summary>
          {plan.document === null ? null : (
            <p className={styles['muted']} lang="vi">
              {plan.document.number} · {f.date(plan.document.issuedOn)} · {plan.document.title}
            </p>
          )}
          {items.length === 0 ? <p>{t.plans.noItems}</p> : <ItemTable label={name} items={items} />}
        </details>
      </Card>
    );
  });
}
