import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { tableStyles } from '../../candidacies/index.ts';
import type { ObstacleData } from '../record-fields.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';

interface ObstacleTableProps {
  readonly rows: readonly ObstacleData[];
  readonly onOpen: (obstacle: string) => void;
}

/** Obstacles: what stands in the way, of which unit, who sees to it and by when. On a phone each is a card. */
export function ObstacleTable({ rows, onOpen }: ObstacleTableProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const { column } = t.obstacles;
  return (
    <table className={tableStyles['table']} aria-label={t.followUp.tab['vuong-mac']}>
      <thead>
        <tr>
          {[column.what, t.common.unit, column.owner, column.due].map((name) => (
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
              <span className={tableStyles['small']}>{t.obstacles.raised(f.date(row.raisedOn))}</span>
            </th>
            <td data-label={t.common.unit} className={tableStyles['name']}>
              <ProperName>{row.unit?.name ?? '—'}</ProperName>
            </td>
            <td data-label={column.owner} className={tableStyles['name']}>
              <ProperName>{row.ownerName}</ProperName>
            </td>
            <td data-label={column.due}>
              {row.resolvedOn === null ? (row.dueOn === null ? t.obstacles.noDue : f.date(row.dueOn)) : <span className={styles['done']}>{t.obstacles.resolved(f.date(row.resolvedOn))}</span>}
              {row.isOverdue ? <span className={styles['late']}> {t.obstacles.late}</span> : null}
              {row.resolution === null ? null : (
                <span className={tableStyles['small']} lang="vi">
                  {row.resolution}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
