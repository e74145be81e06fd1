import { isRate } from '@banyan/schema/targets';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Message } from '../../../shared/ui/Notice.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { UnitLink } from '../../organisation/index.ts';
import type { EditorData } from './editor-data.ts';
import { useTargetTexts } from '../use-target-texts.ts';
import styles from './Editor.module.css';

/** How a target is divided, to be read alone. */
export function PartsTable({ data }: { readonly data: EditorData }) {
  const { m, f } = usePrinting();
  const { t } = useTargetTexts();
  const e = t.editor;
  const print = (value: number) => (isRate(data.kind) ? f.percent(value) : f.integer(value));
  if (data.worksheet.length === 0) return <Message title={e.noChildren} />;
  return (
    <table className={styles['worksheet']}>
      <caption className={styles['muted']}>{e.looking}</caption>
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
  );
}
