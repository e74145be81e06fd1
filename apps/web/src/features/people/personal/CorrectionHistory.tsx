import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { usePersonalTexts } from '../use-personal-texts.ts';
import styles from './Personal.module.css';
import type { Personal } from './use-correction.ts';
import { useFieldWords } from './use-field-words.ts';

/** What was corrected of a person, by whom and why; nothing is shown where nothing was. */
export function CorrectionHistory({ corrections }: { readonly corrections: Personal['corrections'] }) {
  const { f } = usePrinting();
  const { p, kept } = usePersonalTexts();
  const { slice } = useFieldWords();
  if (corrections.length === 0) return null;
  const value = (field: string, text: string | null) => (text === null ? '' : field === 'BIRTH_DATE' ? f.date(text) : slice(field, text));
  return (
    <Card title={p.history.title}>
      <ol className={styles['rows']}>
        {corrections.map(({ id, changes, since, reason, recordedAt, recordedBy }) => (
          <li key={id}>
            {changes.map(({ field, before, after }) => (
              <p key={field}>{before === null ? p.correct.numberChanged : p.correct.field(kept.fields[field], value(field, before), value(field, after))}</p>
            ))}
            {since === null ? null : <p>{p.history.since(f.date(since))}</p>}
            <p className={styles['muted']}>{p.history.reason(reason)}</p>
            <p className={styles['muted']}>{p.history.by(recordedBy, f.dateTime(recordedAt))}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
