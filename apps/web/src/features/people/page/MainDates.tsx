import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { usePeopleTexts } from '../use-people-texts.ts';
import type { Person } from './PersonPage.tsx';
import styles from './Lists.module.css';

/** The three days that everything else is counted from, each with what it drives: they are not the same day. */
export function MainDates({ person, probationEndsOn }: { readonly person: Person; readonly probationEndsOn: string | null }) {
  const { m, f } = usePrinting();
  const { t } = usePeopleTexts();
  const expected = person.officialOn === null && person.leftOn === null && probationEndsOn !== null ? t.dates.expected(f.date(probationEndsOn)) : m.person.notRecorded;
  const dates = [
    { texts: t.dates.decision, day: person.admissionDecidedOn, otherwise: m.person.notRecorded },
    { texts: t.dates.ceremony, day: person.ceremonyOn, otherwise: m.person.notRecorded },
    { texts: t.dates.official, day: person.officialOn, otherwise: expected },
  ];
  return (
    <Card title={t.dates.title}>
      <dl className={styles['dates']}>
        {dates.map(({ texts: [label, drives], day, otherwise }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {day === null ? <span className={styles['muted']}>{otherwise}</span> : <strong>{f.date(day)}</strong>}
              <span className={styles['drives']}>{drives}</span>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
