import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { useFocus } from '../use-focus.ts';
import { usePersonalTexts } from '../use-personal-texts.ts';
import { groupChanges, isStock } from './group-changes.ts';
import { AgeWarnings } from './AgeWarnings.tsx';
import { changesInLife, changesOf, personFields, type PersonValues, type TypedCorrection } from './correction-values.ts';
import styles from './Personal.module.css';
import type { Told } from './use-answer.ts';
import { useFieldWords } from './use-field-words.ts';

interface CorrectionPreviewProps {
  readonly preview: Told;
  readonly standing: PersonValues;
  readonly typed: TypedCorrection;
  readonly isBusy: boolean;
  readonly failure: string | null;
  readonly onWrite: () => void;
  readonly onBack: () => void;
}

/** What a correction changes of the person and of the figures, before it is made. */
export function CorrectionPreview({ preview, standing, typed, isBusy, failure, onWrite, onBack }: CorrectionPreviewProps) {
  const { f, texts } = usePrinting();
  const { p } = usePersonalTexts();
  const { label, show, slice } = useFieldWords();
  const first = useFocus<HTMLHeadingElement>();
  const changes = changesOf(standing, typed.over);
  const since = changesInLife(changes) && typed.how === 'CHANGED' ? typed.since : null;
  return (
    <div className={styles['section']}>
      <h3 ref={first} tabIndex={-1}>
        {p.correct.review}
      </h3>
      <ul className={styles['list']}>
        {personFields.map((field) => (changes[field] === undefined ? null : <li key={field}>{p.correct.field(label(field), show(field, standing[field]), show(field, changes[field]))}</li>))}
        {typed.personalNumber.trim() === '' ? null : <li>{p.correct.numberChanged}</li>}
        {since === null ? null : <li>{p.history.since(since)}</li>}
      </ul>
      <h3>{p.correct.figures}</h3>
      {preview.changes.length === 0 ? (
        <p>{p.correct.noFigures}</p>
      ) : (
        <>
          <ul className={styles['list']}>
            {groupChanges(preview.changes).map(({ dimension, before, after, since: from, those }) => (
              <li key={`${dimension} ${before} ${after}`}>
                {p.correct.figure(texts.dimensions[dimension], slice(dimension, before), slice(dimension, after))}
                {from === null ? null : `, ${p.correct.from(f.date(from))}`}
                <p className={styles['muted']}>{those.map(({ measure, count }) => (isStock(measure) ? texts.measures[measure] : p.correct.times(texts.measures[measure], f.integer(count)))).join(', ')}</p>
              </li>
            ))}
          </ul>
          <p className={styles['muted']}>{p.correct.known}</p>
        </>
      )}
      <AgeWarnings warnings={preview.warnings} />
      {failure === null ? null : <Notice tone="danger">{failure}</Notice>}
      <div className={styles['buttons']}>
        <Button tone="primary" aria-disabled={isBusy || undefined} onClick={onWrite}>
          {isBusy ? p.correct.saving : p.correct.save}
        </Button>
        <Button onClick={onBack}>{p.correct.back}</Button>
      </div>
    </div>
  );
}
