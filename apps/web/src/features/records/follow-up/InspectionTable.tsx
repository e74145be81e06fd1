import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { tableStyles } from '../../candidacies/index.ts';
import type { InspectionData } from '../record-fields.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';

interface InspectionTableProps {
  readonly rows: readonly InspectionData[];
  readonly onOpen: (inspection: string) => void;
}

/** Inspections: of which unit, when, of what, and what came of them. On a phone each is a card. */
export function InspectionTable({ rows, onOpen }: InspectionTableProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const { column } = t.inspections;
  return (
    <table className={tableStyles['table']} aria-label={t.inspections.list}>
      <thead>
        <tr>
          {[column.what, column.on, column.unit, column.conclusion].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <button type="button" className={styles['title']} lang="vi" onClick={() => onOpen(row.id)}>
                {row.title}
              </button>
            </th>
            <td data-label={column.on} className={tableStyles['narrow']}>
              {f.date(row.on)}
            </td>
            <td data-label={column.unit} className={tableStyles['name']}>
              <ProperName>{row.unit?.name ?? '—'}</ProperName>
              {row.by === null ? null : (
                <span className={tableStyles['small']}>
                  <ProperName>{t.inspections.by(row.by.name)}</ProperName>
                </span>
              )}
            </td>
            <td data-label={column.conclusion} className={tableStyles['name']}>
              <span lang="vi">{row.conclusion ?? '—'}</span>
              {row.document === null ? null : <span className={tableStyles['small']} lang="vi">{row.document.number}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
