import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { useFocus } from '../use-focus.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import { usePersonalTexts } from '../use-personal-texts.ts';
import { CorrectionForm } from './CorrectionForm.tsx';
import { CorrectionPreview } from './CorrectionPreview.tsx';
import { changesOf, personFields, type PersonValues } from './correction-values.ts';
import styles from './Personal.module.css';
import { useCorrection, valuesOf, type Personal } from './use-correction.ts';
import { useFieldWords } from './use-field-words.ts';

interface CorrectionPanelProps {
  readonly person: Personal;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Corrects what is kept of a person: what is typed, then what it changes, then it is written. */
export function CorrectionPanel({ person, onClose, onSaved }: CorrectionPanelProps) {
  const { f } = usePrinting();
  const { t } = usePeopleTexts();
  const { p } = usePersonalTexts();
  const correction = useCorrection(person, onSaved);
  const { seen, standing, typed, preview, isConflict, isBusy, failure } = correction;
  return (
    <SidePanel
      onClose={onClose}
      title={p.correct.title}
      lead={
        <>
          <ProperName>{person.fullName}</ProperName> · {t.step.born(f.date(person.birthDate))}
        </>
      }
    >
      <div className={styles['panel']}>
        {isConflict ? (
          <Conflict before={standing} now={valuesOf(person, f.date)} over={typed.over} onAgain={correction.again} />
        ) : preview === null ? (
          <CorrectionForm key={seen.version} correction={correction} />
        ) : (
          <CorrectionPreview preview={preview} standing={standing} typed={typed} isBusy={isBusy} failure={failure} onWrite={correction.write} onBack={correction.back} />
        )}
      </div>
    </SidePanel>
  );
}

interface ConflictProps {
  readonly before: PersonValues;
  readonly now: PersonValues;
  readonly over: Partial<PersonValues>;
  readonly onAgain: () => void;
}

/** Somebody else was quicker: what stood, what stands, what was typed, field by field; and the way on. What was typed waits behind it. */
function Conflict({ before, now, over, onAgain }: ConflictProps) {
  const { p } = usePersonalTexts();
  const { label, show } = useFieldWords();
  const onward = useFocus<HTMLButtonElement>();
  const theirs = changesOf(before, now);
  const mine = changesOf(before, over);
  const fields = personFields.filter((field) => theirs[field] !== undefined || mine[field] !== undefined);
  return (
    <div role="alert" className={styles['section']}>
      <Notice tone="warning">{p.correct.conflict}</Notice>
      {fields.map((field) => (
        <section key={field}>
          <h3>{label(field)}</h3>
          <dl className={styles['versions']}>
            {(
              [
                [p.correct.opened, before[field]],
                [p.correct.now, now[field]],
                ...(mine[field] === undefined ? [] : [[p.correct.typed, mine[field]] as const]),
              ] as const
            ).map(([when, value]) => (
              <div key={when}>
                <dt>{when}</dt>
                <dd>{show(field, value)}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <div>
        <Button tone="primary" ref={onward} onClick={onAgain}>
          {p.correct.again}
        </Button>
      </div>
    </div>
  );
}
