import { useState } from 'react';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { Facts } from '../Facts.tsx';
import { RecordForm } from '../form/RecordForm.tsx';
import { TakeBack } from '../form/TakeBack.tsx';
import { RecordedBy } from '../RecordedBy.tsx';
import { AnswerReminder } from '../record-documents.ts';
import type { ReminderData } from '../record-fields.ts';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';

interface ReminderPanelProps {
  readonly row: ReminderData;
  readonly today: string;
  readonly onChanged: () => void;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** One reminder beside the list, and the way to answer it. */
export function ReminderPanel({ row, today, onChanged, onDone, onClose }: ReminderPanelProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const [isAnswering, setAnswering] = useState(row.viewerCanAnswer && row.repliedOn === null);
  const says = t.reminders.field;
  return (
    <SidePanel title={t.reminders.panel} lead={row.unit === null ? undefined : <ProperName>{row.unit.name}</ProperName>} onClose={onClose}>
      <div className={styles['panel']}>
        <Facts
          rows={[
            [says.text, row.text, 'DATA'],
            [says.unit, row.unit === null ? null : <ProperName key="unit">{row.unit.name}</ProperName>],
            [says.on, row.by === null ? f.date(row.on) : <ProperName key="by">{t.reminders.from(row.by.name, f.date(row.on))}</ProperName>],
            [says.answerUntil, row.answerUntil === null ? t.reminders.noUntil : `${f.date(row.answerUntil)}${row.isOverdue ? ` · ${t.reminders.late}` : ''}`],
            [says.reply, row.reply, 'DATA'],
            [says.repliedOn, row.repliedOn === null ? null : <ProperName key="reply">{t.reminders.answered(f.date(row.repliedOn), row.repliedBy ?? '')}</ProperName>],
          ]}
        />
        {isAnswering ? (
          <RecordForm
            name={`answer ${row.id}`}
            label={t.reminders.answer}
            action={t.reminders.answer}
            fields={[
              { name: 'reply', kind: 'lines', label: says.reply, required: true },
              { name: 'on', kind: 'day', label: says.repliedOn, required: true },
            ]}
            initial={{ reply: row.reply ?? '', on: f.date(row.repliedOn ?? today) }}
            document={AnswerReminder}
            input={({ reply, on }) => ({ reminder: row.id, expectedVersion: row.version, reply, on })}
            onDone={onDone}
            onCancel={() => setAnswering(false)}
            onConflict={onChanged}
          />
        ) : (
          <div className={styles['acts']}>
            {row.viewerCanAnswer ? <Button onClick={() => setAnswering(true)}>{row.repliedOn === null ? t.reminders.answer : t.reminders.changeAnswer}</Button> : null}
            {row.viewerCanChange ? <TakeBack record={row} onDone={onDone} onConflict={onChanged} /> : null}
          </div>
        )}
        <RecordedBy record={row} />
      </div>
    </SidePanel>
  );
}
