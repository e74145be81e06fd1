import { writeChoice } from '../../documents/index.ts';
import type { FieldOf } from '../form/Field.tsx';
import { RecordForm } from '../form/RecordForm.tsx';
import { ChangePlan, MakePlan } from '../record-documents.ts';
import type { PlanData } from '../record-fields.ts';
import { useRecordTexts } from '../use-record-texts.ts';

type Name = 'document' | 'parent' | 'isHandedDown';

interface PlanFormProps {
  readonly unit: string;
  readonly year: number;
  /** The plan that is changed; null for one that is made. */
  readonly plan: PlanData | null;
  /** The plans of the year that were handed down to the unit. */
  readonly above: readonly PlanData[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
  readonly onConflict: () => void;
}

/** Makes the plan of a year, or changes what it rests on and follows. */
export function PlanForm({ unit, year, plan, above, onDone, onCancel, onConflict }: PlanFormProps) {
  const { t } = useRecordTexts();
  const says = t.plans.field;
  const known = above.map(({ id, unit: of }) => ({ value: id, label: t.plans.aboveOf(of?.name ?? ''), lang: 'vi' }));
  const kept = plan?.parent && !above.some(({ id }) => id === plan.parent?.id) ? [{ value: plan.parent.id, label: t.plans.aboveOf(plan.parent.unit?.name ?? ''), lang: 'vi' }] : [];
  const document = plan?.document;
  const fields: readonly FieldOf<Name>[] = [
    { name: 'document', kind: 'document', label: says.document, unit },
    { name: 'parent', kind: 'choice', label: says.parent, options: [{ value: '', label: says.noParent }, ...kept, ...known] },
    { name: 'isHandedDown', kind: 'tick', label: says.isHandedDown, hint: says.isHandedDownHint },
  ];
  const initial: Readonly<Record<Name, string>> = { document: document ? writeChoice(document) : '', parent: plan === null ? (known[0]?.value ?? '') : (plan.parent?.id ?? ''), isHandedDown: plan?.isHandedDown ? '1' : '' };
  const facts = (typed: Readonly<Record<Name, string>>) => ({ document: typed.document || null, parent: typed.parent || null, isHandedDown: typed.isHandedDown === '1' });
  const shared = { fields, initial, onDone, onCancel, onConflict };
  if (plan === null) return <RecordForm {...shared} name={`plan of ${unit} ${year}`} label={t.plans.make} action={t.plans.make} document={MakePlan} input={(typed, idempotencyKey) => ({ ...facts(typed), unit, year, idempotencyKey })} />;
  return <RecordForm {...shared} name={`plan ${plan.id}`} label={t.plans.edit} action={t.plans.save} document={ChangePlan} input={(typed) => ({ ...facts(typed), plan: plan.id, expectedVersion: plan.version })} />;
}
