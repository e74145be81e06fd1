import type { FieldOf } from '../form/Field.tsx';
import { RecordForm } from '../form/RecordForm.tsx';
import { AddPlanItem, ChangePlanItem } from '../record-documents.ts';
import type { PlanItemData } from '../record-fields.ts';
import { useRecordTexts } from '../use-record-texts.ts';
import { periodName, periodsOf } from './plan-search.ts';
import { useTargetOptions } from './use-target-options.ts';

type Name = 'period' | 'title' | 'responsible' | 'target';

interface ItemFormProps {
  readonly plan: { readonly id: string; readonly year: number };
  /** The unit whose plan it is. */
  readonly unit: string;
  readonly today: string;
  /** The item that is changed; null for one that is added. */
  readonly item: PlanItemData | null;
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly onConflict: () => void;
}

/** Adds something to do to a plan, or changes what is to be done, by when, by whom, and towards which target. */
export function ItemForm({ plan, unit, today, item, onDone, onCancel, onConflict }: ItemFormProps) {
  const { t } = useRecordTexts();
  const says = t.plans.field;
  const periods = periodsOf(plan.year);
  const targets = useTargetOptions({ unit, year: plan.year }, item?.target ?? null);
  const fields: readonly FieldOf<Name>[] = [
    { name: 'period', kind: 'choice', label: says.period, options: periods.map((period) => ({ value: period, label: periodName(period, t.plans) })) },
    { name: 'title', kind: 'lines', label: says.what, required: true },
    { name: 'responsible', kind: 'line', label: says.responsible },
    { name: 'target', kind: 'choice', label: says.target, options: targets },
  ];
  const initial: Readonly<Record<Name, string>> = {
    period: item?.period ?? periods.find((period) => period === today.slice(0, 7)) ?? periods[0] ?? '',
    title: item?.title ?? '',
    responsible: item?.responsible ?? '',
    target: item?.target?.id ?? '',
  };
  const facts = (typed: Readonly<Record<Name, string>>) => ({ period: typed.period, title: typed.title, responsible: typed.responsible || null, target: typed.target || null });
  const shared = { fields, initial, onDone, onCancel, onConflict };
  if (item === null) return <RecordForm {...shared} name={`item of ${plan.id}`} label={t.plans.add} action={t.plans.add} document={AddPlanItem} input={(typed, idempotencyKey) => ({ ...facts(typed), plan: plan.id, idempotencyKey })} />;
  return <RecordForm {...shared} name={`item ${item.id}`} label={t.common.change} action={t.plans.save} document={ChangePlanItem} input={(typed) => ({ ...facts(typed), item: item.id, expectedVersion: item.version })} />;
}
