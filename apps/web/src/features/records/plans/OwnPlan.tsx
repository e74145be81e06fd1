import { Suspense, type ReactNode } from 'react';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { Facts } from '../Facts.tsx';
import { TakeBack } from '../form/TakeBack.tsx';
import { PlanItemFields, type PlanData } from '../record-fields.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';
import { ItemTable } from './ItemTable.tsx';
import { PlanDownload } from './lazy-targets.ts';
import { Progress } from './Progress.tsx';

interface OwnPlanProps {
  readonly plan: PlanData;
  readonly unitCode: string;
  readonly busy: boolean;
  readonly adding: ReactNode;
  readonly onOpen: (what: string) => void;
  readonly onTakenBack: () => void;
}

/** The plan of the unit itself: what it rests on and follows, how far it is, and its items. */
export function OwnPlan({ plan, unitCode, busy, adding, onOpen, onTakenBack }: OwnPlanProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const { document, parent, viewerCanChange } = plan;
  const items = plan.items.map((one) => readFragment(PlanItemFields, one));
  return (
    <Card title={t.plans.of(String(plan.year))} busy={busy} tools={viewerCanChange ? adding : undefined}>
      <div className={styles['card']}>
        <Progress plan={plan} />
        <Facts
          rows={[
            [t.plans.field.document, document === null ? null : `${document.number} · ${f.date(document.issuedOn)} · ${document.title}`, 'DATA'],
            [t.plans.field.parent, parent === null ? null : <ProperName>{t.plans.aboveOf(parent.unit?.name ?? '')}</ProperName>],
            [t.plans.field.isHandedDown, plan.isHandedDown ? t.plans.handedDown : null],
          ]}
        />
        {items.length === 0 ? <p>{t.plans.noItems}</p> : <ItemTable label={t.plans.items} items={items} onOpen={onOpen} />}
        {viewerCanChange ? (
          <div className={styles['acts']}>
            <Button onClick={() => onOpen('can-cu')}>{t.plans.edit}</Button>
            <TakeBack record={plan} onDone={onTakenBack} onConflict={onTakenBack} />
          </div>
        ) : null}
        {items.length === 0 ? null : (
          <div className={styles['files']}>
            <Suspense fallback={null}>
              <PlanDownload fileName={`${t.plans.files}-${plan.year}-${unitCode}`} items={items} />
            </Suspense>
          </div>
        )}
      </div>
    </Card>
  );
}
