import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import type { Draft } from './DayForm.tsx';
import type { HolidayYearData } from './rules-documents.ts';
import styles from './Rules.module.css';
import { useRulesTexts } from './use-rules-texts.ts';
import { weekdayOf } from './year-months.ts';

interface HolidayTableProps {
  readonly calendar: HolidayYearData;
  readonly onChange: (draft: Draft) => void;
}

/** The days one by one, with their weekday, where they come from, and what can be done with each. */
export function HolidayTable({ calendar: { days, unit, viewerCanChange }, onChange }: HolidayTableProps) {
  const { f, language } = usePrinting();
  const { calendar: t } = useRulesTexts();
  if (days.length === 0) return <p>{t.none}</p>;
  return (
    <table className={styles['table']} data-kind="days">
      <thead>
        <tr>
          <th scope="col">{t.day}</th>
          <th scope="col">{t.name}</th>
          <th scope="col">{t.source}</th>
          {viewerCanChange ? <th scope="col">{t.action}</th> : null}
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, isHoliday, nameVi, nameEn, note, changedBy }) => {
          const isOwn = changedBy?.id === unit.id;
          const draft = { day, isHoliday: !isHoliday, asksName: !isOwn && isHoliday, label: isOwn ? t.takeBack : t.makeWorked };
          const date = f.date(day);
          return (
            <tr key={day} data-worked={!isHoliday || undefined}>
              <th scope="row">
                <span className={styles['weekday']}>{t.weekdays[weekdayOf(day)]}</span> {date}
              </th>
              <td>
                {isHoliday ? null : <strong>{t.worked(note ?? '')} · </strong>}
                {language === 'VI' ? nameVi : nameEn}
              </td>
              <td>{changedBy === null ? t.publicDay : <ProperName>{t.changedBy(changedBy.name)}</ProperName>}</td>
              {viewerCanChange ? (
                <td className={styles['act']}>
                  <Button tone="quiet" onClick={() => onChange(draft)} aria-label={`${draft.label}: ${date}`}>
                    {draft.label}
                  </Button>
                </td>
              ) : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
