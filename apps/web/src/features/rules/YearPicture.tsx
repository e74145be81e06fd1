import { useRulesTexts } from './use-rules-texts.ts';
import type { HolidayYearData } from './rules-documents.ts';
import { monthGrid } from './year-months.ts';
import styles from './YearPicture.module.css';

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** The year at a sight. All that it shows stands in the list beside it. */
export function YearPicture({ calendar: { year, days } }: { readonly calendar: HolidayYearData }) {
  const { calendar: t } = useRulesTexts();
  const off = new Set(days.filter(({ isHoliday }) => isHoliday).map(({ day }) => day));
  const worked = new Set(days.filter(({ isHoliday }) => !isHoliday).map(({ day }) => day));
  return (
    <div className={styles['year']} role="img" aria-label={t.picture}>
      {months.map((month) => (
        <table key={month} className={styles['month']}>
          <caption>{t.month(month)}</caption>
          <thead>
            <tr>
              {t.shortDays.map((name) => (
                <th key={name}>{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {monthGrid(year, month).map((row) => (
              <tr key={row.find((day) => day !== null)}>
                {row.map((day, column) => (
                  <td key={day ?? `${column}`} data-off={(day !== null && off.has(day)) || undefined} data-worked={(day !== null && worked.has(day)) || undefined} data-weekend={column > 4 || undefined}>
                    {day === null ? '' : Number(day.slice(8))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}
