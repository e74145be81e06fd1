import { isRange, isRate } from '@banyan/schema/targets';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Message } from '../../../shared/ui/Notice.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { UnitLink } from '../../organisation/index.ts';
import { wholeOf, type EditorData } from './editor-data.ts';
import { SumsFields } from '../target-documents.ts';
import { useTargetTexts } from '../use-target-texts.ts';
import styles from './Editor.module.css';
import { Sums, type Bound } from './Sums.tsx';
import { inForce } from './use-worksheet.ts';
import { balanceOf } from './worksheet.ts';

/** A target beside what is given out of it; null where that is not to be known. */
function sumsOf(data: EditorData): { readonly bounds: readonly Bound[]; readonly holds: boolean } | null {
  const { kind, low, high, allocation } = data;
  const known = readFragment(SumsFields, allocation?.sums);
  if (allocation !== null && !known) return null;
  const none = { low: 0, high: 0 };
  const { elsewhere, elsewhereHigh } = balanceOf(inForce(data), wholeOf(data));
  const { allocated, reserve, difference } = known ?? { allocated: none, reserve: none, difference: { low: -low, high: high === null ? null : -high } };
  const first = { given: low, allocated: allocated.low, elsewhere, reserve: reserve.low, difference: difference.low };
  const second = { given: high ?? 0, allocated: allocated.high ?? 0, elsewhere: elsewhereHigh ?? 0, reserve: reserve.high ?? reserve.low, difference: difference.high ?? 0 };
  return { bounds: isRange(kind) && high !== null ? [first, second] : [first], holds: known?.holds ?? false };
}

/** How a target is divided, to be read alone: by which rule, what is given out, kept back and left, and the parts. */
export function PartsTable({ data }: { readonly data: EditorData }) {
  const { m, f } = usePrinting();
  const { t } = useTargetTexts();
  const e = t.editor;
  const print = (value: number) => (isRate(data.kind) ? f.percent(value) : f.integer(value));
  if (data.worksheet.length === 0) return <Message title={e.noChildren} />;
  const rule = data.allocation?.sumRule ?? 'EXACTLY';
  const sums = sumsOf(data);
  return (
    <>
      {sums === null ? null : (
        <div className={styles['sums']}>
          <Sums {...sums} rule={rule} isRate={isRate(data.kind)} />
        </div>
      )}
      <table className={styles['worksheet']}>
        <caption className={styles['muted']}>
          {e.looking} {data.allocation === null ? null : `${e.rule}: ${e.rules[rule]}.`}
        </caption>
        <thead>
          <tr>
            <th scope="col">{e.unit}</th>
            <th scope="col" className={styles['number']}>{e.members}</th>
            <th scope="col" className={styles['number']}>{e.lastYear}</th>
            <th scope="col" className={styles['number']}>{e.target}</th>
            <th scope="col">{e.note}</th>
          </tr>
        </thead>
        <tbody>
          {data.worksheet.map(({ unit, members, lastYear, current, note }) => (
            <tr key={unit.id}>
              <th scope="row">
                <UnitLink code={unit.code} page="/chi-tieu">
                  <ProperName>{unit.name}</ProperName>
                </UnitLink>
              </th>
              <td className={styles['number']}>{f.integer(members)}</td>
              <td className={styles['number']}>{lastYear === null ? m.common.none : f.integer(lastYear)}</td>
              <td className={styles['number']}>{current === null ? m.common.none : current.high === null || current.high === current.low ? print(current.low) : `${print(current.low)} – ${print(current.high)}`}</td>
              <td>{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
