import { useQuery } from 'urql';
import type { Option } from '../form/Field.tsx';
import { TargetChoiceQuery } from '../record-documents.ts';
import type { PlanItemData } from '../record-fields.ts';
import { useRecordTexts } from '../use-record-texts.ts';
import { useTargetNames } from './use-target-names.ts';

/** The targets of a unit that an item of its plan of a year may work towards: those that ask for something in that year. The one that it names already stays, whatever became of it. */
export function useTargetOptions({ unit, year }: { readonly unit: string; readonly year: number }, chosen: PlanItemData['target']): readonly Option[] {
  const { t } = useRecordTexts();
  const tell = useTargetNames();
  const [{ data }] = useQuery({ query: TargetChoiceQuery, variables: { unit } });
  const current = chosen === null ? [] : [tell(chosen)];
  const found = (data?.unit?.targets ?? []).map(tell).filter(({ id, startsOn, endsOn, closedOn }) =>
    id !== current[0]?.id && closedOn === null && startsOn <= `${year}-12-31` && (endsOn === null || endsOn >= `${year}-01-01`));
  return [{ value: '', label: t.plans.field.noTarget }, ...[...current, ...found].map(({ id, name, amount }) => ({ value: id, label: `${name}: ${amount}` }))];
}
