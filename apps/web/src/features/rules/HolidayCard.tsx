import { IconArrowBackUp, IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { DayForm, type ChangedDay, type Draft } from './DayForm.tsx';
import { HolidayTable } from './HolidayTable.tsx';
import { ChangeHoliday, type HolidayYearData } from './rules-documents.ts';
import styles from './Rules.module.css';
import { useRuleChange } from './use-rule-change.ts';
import { useRulesTexts } from './use-rules-texts.ts';
import { YearPicture } from './YearPicture.tsx';

interface HolidayCardProps {
  readonly calendar: HolidayYearData;
  readonly busy: boolean;
  /** Asks for the year anew. */
  readonly onChanged: () => void;
}

/** The days of a year that are not worked; whoever keeps the calendar changes them here. */
export function HolidayCard({ calendar, busy, onChanged }: HolidayCardProps) {
  const { calendar: t } = useRulesTexts();
  const [draft, setDraft] = useState<Draft | null>(null);
  const [done, setDone] = useState<(ChangedDay & { readonly name: string }) | null>(null);
  const { year, unit, viewerCanChange } = calendar;
  const begin = (next: Draft) => {
    setDone(null);
    setDraft(next);
  };
  const changed = (day: ChangedDay) => {
    const before = calendar.days.find((one) => one.day === day.day);
    setDone({ ...day, name: before?.note ?? before?.nameVi ?? '' });
    setDraft(null);
    onChanged();
  };
  return (
    <Card
      title={t.title(String(year))}
      busy={busy}
      tools={
        <nav className={styles['years']} aria-label={t.title(String(year))}>
          {[year - 1, year + 1].map((other) => (
            <Link key={other} to="/quy-dinh" search={(previous) => ({ ...previous, nam: String(other) })} resetScroll={false} replace>
              {other < year ? <IconChevronLeft size="1.1em" aria-hidden="true" /> : null}
              {t.before(String(other))}
              {other > year ? <IconChevronRight size="1.1em" aria-hidden="true" /> : null}
            </Link>
          ))}
        </nav>
      }
    >
      <div className={styles['calendar']}>
        <div className={styles['intro']}>
          <p>
            <ProperName>{t.about(unit.name)}</ProperName>
          </p>
          {viewerCanChange ? null : <p className={styles['muted']}>{t.readOnly}</p>}
        </div>
        {viewerCanChange && draft === null ? (
          <p>
            <Button icon={<IconPlus size="1.2em" aria-hidden="true" />} onClick={() => begin({ day: null, isHoliday: true, asksName: true, label: t.add })}>
              {t.add}
            </Button>
          </p>
        ) : null}
        {draft === null ? null : <DayForm key={`${draft.label} ${draft.day ?? ''}`} calendar={calendar} draft={draft} onClose={() => setDraft(null)} onChanged={changed} />}
        {done === null ? null : <Recorded key={`${done.day} ${done.isHoliday}`} done={done} calendar={calendar} onUndone={onChanged} />}
        <HolidayTable calendar={calendar} onChange={begin} />
        <YearPicture calendar={calendar} />
      </div>
    </Card>
  );
}

interface RecordedProps {
  readonly done: ChangedDay & { readonly name: string };
  readonly calendar: HolidayYearData;
  readonly onUndone: () => void;
}

/** What was recorded, and the way to take it back at once. */
function Recorded({ done, calendar, onUndone }: RecordedProps) {
  const { f } = usePrinting();
  const { calendar: t } = useRulesTexts();
  const [isUndone, setUndone] = useState(false);
  const { send, isBusy, problems, failure } = useRuleChange(ChangeHoliday, []);
  const undo = () =>
    void send({ unit: calendar.unit.id, day: done.day, isHoliday: !done.isHoliday, name: done.name, expectedVersion: calendar.version, dryRun: false }, () => {
      setUndone(true);
      onUndone();
    });
  if (isUndone) return <Notice>{t.undone}</Notice>;
  return (
    <>
      <Notice
        action={
          <Button icon={<IconArrowBackUp size="1.2em" aria-hidden="true" />} aria-disabled={isBusy || undefined} onClick={undo}>
            {t.undo}
          </Button>
        }
      >
        {t.done(f.date(done.day), done.isHoliday)} {done.candidacies + done.letters === 0 ? t.noImpact : t.moved(f.integer(done.candidacies), f.integer(done.letters))}
      </Notice>
      {failure === null && Object.keys(problems).length === 0 ? null : <Notice tone="danger">{failure ?? Object.values(problems).join(' ')}</Notice>}
    </>
  );
}
