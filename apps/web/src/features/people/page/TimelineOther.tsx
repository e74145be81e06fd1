import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { Named } from '../Named.tsx';
import type { CorrectionEvent, LetterEvent } from '../timeline-document.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import { usePersonalTexts } from '../use-personal-texts.ts';
import styles from './Timeline.module.css';

/** What happened to a letter of transfer, with as much of it as the viewer may know. */
export function LetterEntry({ event: { becomes, on, notedAt, notedBy, transfer } }: { readonly event: LetterEvent }) {
  const { f } = usePrinting();
  const { t, words } = usePeopleTexts();
  const { kind, fromName, destination, letterNumber, cancelReason } = transfer;
  const details = [
    { key: 'from', text: becomes === 'ISSUED' ? fromName : null, say: t.timeline.from },
    { key: 'to', text: destination, say: t.timeline.to },
    { key: 'number', text: letterNumber, say: t.timeline.document },
    { key: 'reason', text: becomes === 'CANCELLED' ? cancelReason : null, say: t.timeline.reason },
  ];
  return (
    <>
      <p className={styles['what']}>
        <span>
          <time dateTime={on}>{f.date(on)}</time> <strong>{t.timeline.letters[becomes]}</strong>
        </span>
      </p>
      <ul className={styles['details']}>
        <li>{words.transferKinds[kind]}</li>
        {details.map(({ key, text, say }) =>
          text === null ? null : (
            <li key={key}>
              <Named say={say}>{text}</Named>
            </li>
          ),
        )}
      </ul>
      {notedBy === null ? null : (
        <p className={styles['by']}>{notedAt === null ? <ProperName>{notedBy}</ProperName> : <Named say={(name) => t.timeline.by(name, f.dateTime(notedAt))}>{notedBy}</Named>}</p>
      )}
    </>
  );
}

/** That something was put right of what is kept about the person, and of what; the values stand with the corrections. */
export function CorrectionEntry({ event: { since, correctedFor, recordedAt, recordedBy, changes } }: { readonly event: CorrectionEvent }) {
  const { f } = usePrinting();
  const { t } = usePeopleTexts();
  const { p, kept } = usePersonalTexts();
  return (
    <>
      <p className={styles['what']}>
        <span>
          <time dateTime={recordedAt}>{f.dayOf(recordedAt)}</time> <strong>{p.correct.title}</strong>
        </span>
      </p>
      <ul className={styles['details']}>
        <li>{changes.map(({ field }) => kept.fields[field]).join(', ')}</li>
        {since === null ? null : <li>{p.history.since(f.date(since))}</li>}
        <li>
          <Named say={t.timeline.reason}>{correctedFor}</Named>
        </li>
      </ul>
      <p className={styles['by']}>
        <Named say={(name) => t.timeline.by(name, f.dateTime(recordedAt))}>{recordedBy}</Named>
      </p>
    </>
  );
}
