import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { VisuallyHidden } from '../../../shared/ui/VisuallyHidden.tsx';
import { tableStyles } from '../../candidacies/index.ts';
import type { ReminderData } from '../record-fields.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';

interface ReminderTableProps {
  readonly rows: readonly ReminderData[];
  readonly onOpen: (reminder: string) => void;
}

/** Reminders: what they say, to whom, by when an answer is asked for, and the answer. On a phone each is a card. */
export function ReminderTable({ rows, onOpen }: ReminderTableProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const { column } = t.reminders;
  return (
    <table className={tableStyles['table']} aria-label={t.followUp.tab['don-doc']}>
      <thead>
        <tr>
          {[column.text, column.to, column.until, t.common.act].map((name) => (
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
              <strong lang="vi">{row.text}</strong>
              <span className={tableStyles['small']}>{row.by === null ? t.reminders.sentOn(f.date(row.on)) : <ProperName>{t.reminders.from(row.by.name, f.date(row.on))}</ProperName>}</span>
            </th>
            <td data-label={column.to} className={tableStyles['name']}>
              <ProperName>{row.unit?.name ?? '—'}</ProperName>
            </td>
            <td data-label={row.repliedOn === null ? column.until : column.reply}>
              {row.repliedOn === null ? (row.answerUntil === null ? t.reminders.noUntil : f.date(row.answerUntil)) : <span className={styles['done']}><ProperName>{t.reminders.answered(f.date(row.repliedOn), row.repliedBy ?? '')}</ProperName></span>}
              {row.isOverdue ? <span className={styles['late']}> {t.reminders.late}</span> : null}
              {row.reply === null ? null : (
                <span className={tableStyles['small']} lang="vi">
                  {row.reply}
                </span>
              )}
            </td>
            <td className={tableStyles['act']}>
              <Button tone={row.viewerCanAnswer && row.repliedOn === null ? 'primary' : 'outline'} onClick={() => onOpen(row.id)}>
                <span>
                  {row.viewerCanAnswer && row.repliedOn === null ? t.reminders.answer : t.common.open}
                  <VisuallyHidden>: <span lang="vi">{row.text}</span></VisuallyHidden>
                </span>
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
