import { Suspense, useState, type ReactNode } from 'react';
import { useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { useLast } from '../../../shared/graphql/use-last.ts';
import { Button } from '../../../shared/ui/Button.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { Message } from '../../../shared/ui/Notice.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { RowSkeleton } from '../../unit-tree/index.ts';
import { PlanQuery } from '../record-documents.ts';
import { PlanFields, PlanItemFields, type PlanData } from '../record-fields.ts';
import { useRecordTexts } from '../use-record-texts.ts';
import { AbovePlans } from './AbovePlans.tsx';
import { BelowPlans } from './BelowPlans.tsx';
import { ItemPanel } from './ItemPanel.tsx';
import { ItemForm } from './lazy-targets.ts';
import { OwnPlan } from './OwnPlan.tsx';
import { PlanForm } from './PlanForm.tsx';

interface PlanViewProps {
  readonly unit: { readonly id: string; readonly code: string; readonly name: string };
  readonly year: number;
  readonly today: string;
  readonly keeps: boolean;
  /** Id of the item that is shown; `moi` for one that is added, `can-cu` for what the plan rests on. */
  readonly opened: string | undefined;
  readonly onOpen: (what: string | undefined) => void;
  /** The button that adds an item. */
  readonly adding: ReactNode;
}

/** The plan of a unit of a year, those that were handed down to it, and those of the units below. */
export function PlanView({ unit, year, today, keeps, opened, onOpen, adding }: PlanViewProps) {
  const { t } = useRecordTexts();
  const [{ data, error, fetching }, execute] = useQuery({ query: PlanQuery, variables: { unit: unit.id, year } });
  const shown = useLast(data)?.unit;
  const again = () => execute({ requestPolicy: 'network-only' });
  if (!shown) return error === undefined ? <RowSkeleton /> : <QueryFailure error={error} onRetry={again} />;
  const plan = readFragment(PlanFields, shown.plan);
  const above = shown.plansAbove.map((one) => readFragment(PlanFields, one));
  return (
    <>
      {plan === null ? (
        <Message title={t.plans.none(String(year))} action={keeps ? <Button tone="primary" onClick={() => onOpen('can-cu')}>{t.plans.make}</Button> : undefined}>
          {keeps ? t.plans.noneNext : t.plans.noneRead}
        </Message>
      ) : (
        <OwnPlan plan={plan} unitCode={unit.code} busy={fetching} adding={adding} onOpen={onOpen} onTakenBack={again} />
      )}
      {above.length === 0 ? (
        <Card title={t.plans.above}>
          <p>{t.plans.noAbove}</p>
        </Card>
      ) : (
        <AbovePlans plans={above} />
      )}
      <BelowPlans units={shown.children.nodes} />
      <Panel plan={plan} above={above} unit={unit.id} year={year} today={today} opened={opened} onChanged={again} onClose={() => onOpen(undefined)} />
    </>
  );
}

interface PanelProps {
  readonly plan: PlanData | null;
  readonly above: readonly PlanData[];
  readonly unit: string;
  readonly year: number;
  readonly today: string;
  readonly opened: string | undefined;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

/** What is shown beside the plan: what it rests on, an item that is added, or one that is there. */
function Panel({ plan, above, unit, year, today, opened, onChanged, onClose }: PanelProps) {
  const { t } = useRecordTexts();
  const [added, setAdded] = useState(0);
  if (opened === undefined) return null;
  const done = () => {
    onChanged();
    onClose();
  };
  if (opened === 'can-cu') {
    return (
      <SidePanel title={plan === null ? t.plans.make : t.plans.edit} lead={t.plans.of(String(year))} onClose={onClose}>
        <PlanForm unit={unit} year={year} plan={plan} above={above} onDone={done} onCancel={onClose} onConflict={onChanged} />
      </SidePanel>
    );
  }
  if (plan === null) return null;
  if (opened === 'moi') {
    return (
      <SidePanel title={t.plans.add} lead={t.plans.of(String(year))} onClose={onClose}>
        {added === 0 ? null : <p role="status">{t.plans.addAnother}</p>}
        <Suspense fallback={<RowSkeleton />}>
          <ItemForm
            key={added}
            plan={plan}
            unit={unit}
            today={today}
            item={null}
            onDone={() => {
              setAdded(added + 1);
              onChanged();
            }}
            onCancel={onClose}
            onConflict={onChanged}
          />
        </Suspense>
      </SidePanel>
    );
  }
  const item = plan.items.map((one) => readFragment(PlanItemFields, one)).find(({ id }) => id === opened);
  if (item === undefined) {
    return (
      <SidePanel title={t.plans.items} onClose={onClose}>
        <p>{t.common.notHere}</p>
      </SidePanel>
    );
  }
  return <ItemPanel key={item.id} plan={plan} unit={unit} item={item} today={today} onChanged={onChanged} onClose={onClose} />;
}
