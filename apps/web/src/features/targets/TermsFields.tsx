import { isRange, isRate, targetBases, targetKinds, type Indicator, type TargetBase, type TargetKind } from '@banyan/schema/targets';
import { readTypedAmount } from '@banyan/schema/typed-amount';
import { SelectField, TextField, type Problems } from '../people/index.ts';
import { useTargetTexts } from './use-target-texts.ts';

/** How much a target asks for, as it is typed. */
export interface TypedTerms {
  readonly kind: TargetKind;
  readonly low: string;
  readonly high: string;
  readonly base: TargetBase;
  readonly baseNumber: string;
}

/** The terms as they are sent, or what is wrong, by field. */
export function useReadTerms(): (typed: TypedTerms) => { readonly terms: { kind: TargetKind; low: number; high: number | null; base: TargetBase | null; baseNumber: number | null } } | { readonly problems: Problems } {
  const { t, words } = useTargetTexts();
  return ({ kind, low, high, base, baseNumber }) => {
    const problems: Record<string, string> = {};
    const read = (field: string, text: string, as: TargetKind): number | null => {
      const amount = readTypedAmount(text, as);
      if ('problem' in amount) problems[field] = t.amountProblems[amount.problem];
      else if (amount.value === null) problems[field] = t.missing;
      return 'value' in amount ? amount.value : null;
    };
    const lowest = read('low', low, kind);
    const highest = isRange(kind) ? read('high', high, kind) : null;
    const fixed = isRate(kind) && base === 'FIXED_NUMBER' ? read('baseNumber', baseNumber, 'EXACT') : null;
    if (lowest !== null && highest !== null && lowest > highest) problems['high'] = words.refusals.RANGE_UPSIDE_DOWN;
    if (Object.keys(problems).length > 0 || lowest === null) return { problems };
    return { terms: { kind, low: lowest, high: highest, base: isRate(kind) ? base : null, baseNumber: fixed } };
  };
}

/** The ways in which an indicator can be put. */
function kindsOf(indicator: Indicator): readonly TargetKind[] {
  if (indicator === 'PLACES_WITHOUT_CELL') return ['REDUCE_TO'];
  return targetKinds.filter((kind) => kind !== 'REDUCE_TO' && (indicator === 'ADMITTED' || !isRate(kind)));
}

interface TermsFieldsProps {
  readonly indicator: Indicator;
  readonly typed: TypedTerms;
  readonly problems: Problems;
  readonly onChange: (typed: TypedTerms) => void;
}

/** The fields of how much: the way it is put, its bounds, and of a rate its base. */
export function TermsFields({ indicator, typed, problems, onChange }: TermsFieldsProps) {
  const { t, words } = useTargetTexts();
  const { kind } = typed;
  const label = isRange(kind) ? t.fields.lowOfRange : isRate(kind) ? t.fields.percent : t.fields.low;
  return (
    <>
      <SelectField label={t.fields.kind} value={kind} problem={problems['kind']} onChange={(value) => onChange({ ...typed, kind: targetKinds.find((one) => one === value) ?? 'EXACT' })} options={kindsOf(indicator).map((value) => ({ value, label: words.kinds[value] }))} />
      <TextField label={label} required numeric size="number" value={typed.low} problem={problems['low']} onChange={(low) => onChange({ ...typed, low })} />
      {isRange(kind) ? <TextField label={t.fields.high} required numeric size="number" value={typed.high} problem={problems['high']} onChange={(high) => onChange({ ...typed, high })} /> : null}
      {isRate(kind) ? (
        <SelectField label={t.fields.base} value={typed.base} problem={problems['base']} onChange={(value) => onChange({ ...typed, base: targetBases.find((one) => one === value) ?? 'STOCK_AT_YEAR_START' })} options={targetBases.map((value) => ({ value, label: words.bases[value] }))} />
      ) : null}
      {isRate(kind) && typed.base === 'FIXED_NUMBER' ? <TextField label={t.fields.baseNumber} required numeric size="number" value={typed.baseNumber} problem={problems['baseNumber']} onChange={(baseNumber) => onChange({ ...typed, baseNumber })} /> : null}
    </>
  );
}
