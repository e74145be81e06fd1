import { dimensions, sliceKeys, type Dimension } from '@banyan/schema/enums';
import { writePeriod } from '@banyan/schema/period';
import { groupDimensions } from '@banyan/schema/target-groups';
import type { Indicator } from '@banyan/schema/targets';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { readTypedDate } from '../ledger/index.ts';
import { DayField, FoldedFields, SelectField, type Problems } from '../people/index.ts';
import { useTargetTexts } from './use-target-texts.ts';

/** What a target is limited to, as it is typed. */
export interface TypedLimits {
  /** Empty for all people or units. */
  readonly dimension: string;
  readonly key: string;
  /** Both empty where it is for a period that has a name. */
  readonly from: string;
  readonly to: string;
}

export const noLimits: TypedLimits = { dimension: '', key: '', from: '', to: '' };

/** The dimension that is typed, where a target of the indicator can be limited by it. */
function dimensionOf(indicator: Indicator, typed: string): Dimension | null {
  return groupDimensions[indicator].find((one) => one === typed) ?? null;
}

/** The group and the period as they are sent, or what is wrong, by field. `period` is the one that was chosen by its name. */
export function useReadLimits(): (indicator: Indicator, typed: TypedLimits, period: string) => { readonly limits: { readonly slice: { readonly dimension: Dimension; readonly key: string } | null; readonly period: string } } | { readonly problems: Problems } {
  const { m } = usePrinting();
  const { t } = useTargetTexts();
  return (indicator, { dimension: typed, key, from, to }, period) => {
    const dimension = dimensionOf(indicator, typed);
    const slice = dimension === null ? null : { dimension, key };
    const noKey = dimension !== null && key === '' ? { slice: t.missing } : {};
    if (from.trim() === '' && to.trim() === '') return 'slice' in noKey ? { problems: noKey } : { limits: { slice, period } };
    const [first, last] = [readTypedDate(from), readTypedDate(to)];
    const problems = {
      ...noKey,
      ...(first === null ? { from: from.trim() === '' ? t.missing : m.scope.dateWrong } : {}),
      ...(last === null ? { to: to.trim() === '' ? t.missing : m.scope.dateWrong } : first !== null && first > last ? { to: t.daysNotInOrder } : {}),
    };
    return Object.keys(problems).length > 0 || first === null || last === null ? { problems } : { limits: { slice, period: writePeriod({ form: 'RANGE', from: first, to: last }) } };
  };
}

interface LimitFieldsProps {
  readonly indicator: Indicator;
  readonly typed: TypedLimits;
  readonly problems: Problems;
  readonly onChange: (typed: TypedLimits) => void;
}

/** What few targets need: a group that it is limited to, and days of its own in the place of a period with a name. */
export function LimitFields({ indicator, typed, problems, onChange }: LimitFieldsProps) {
  const { m, texts } = usePrinting();
  const { t } = useTargetTexts();
  const possible = dimensions.filter((one) => groupDimensions[indicator].includes(one));
  const dimension = dimensionOf(indicator, typed.dimension);
  const words: Readonly<Record<string, string>> = dimension === null ? {} : texts.slices[dimension];
  const keys: readonly string[] = dimension === null ? [] : sliceKeys[dimension];
  const isWanted = ['slice', 'from', 'to'].some((field) => problems[field] !== undefined);
  return (
    <FoldedFields summary={t.limits} isWanted={isWanted}>
      {possible.length === 0 ? null : (
        <SelectField
          label={t.fields.dimension}
          value={dimension ?? ''}
          onChange={(value) => onChange({ ...typed, dimension: value, key: '' })}
          options={[{ value: '', label: t.everybody }, ...possible.map((value) => ({ value, label: texts.dimensions[value] }))]}
        />
      )}
      {dimension === null ? null : (
        <SelectField
          label={t.fields.group}
          value={typed.key}
          problem={problems['slice']}
          onChange={(key) => onChange({ ...typed, key })}
          options={[{ value: '', label: m.common.none }, ...keys.map((value) => ({ value, label: words[value] ?? value }))]}
        />
      )}
      <DayField label={t.fields.from} hint={t.daysHint} value={typed.from} problem={problems['from']} onChange={(from) => onChange({ ...typed, from })} />
      <DayField label={t.fields.to} value={typed.to} problem={problems['to']} onChange={(to) => onChange({ ...typed, to })} />
    </FoldedFields>
  );
}
