import type { Role } from '@banyan/schema/enums';
import { monthName, quarterName, type PeriodParts } from '@banyan/schema/period';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import {
  convertPeriod,
  isPeriodAllowed,
  yearAndMonth,
  type PeriodForm,
} from '../../shared/period/period-arithmetic.ts';
import { IconButton } from '../../shared/ui/Button.tsx';
import { Segmented } from '../../shared/ui/Segmented.tsx';
import { DateRangeForm } from './DateRangeForm.tsx';
import styles from './PeriodChoices.module.css';

/** A term of the unit. */
export interface TermChoice {
  readonly label: string;
  readonly startsOn: string;
  readonly endsOn: string | null;
}

interface PeriodChoicesProps {
  readonly forms: readonly PeriodForm[];
  readonly period: PeriodParts;
  readonly today: string;
  readonly role: Role;
  readonly terms: readonly TermChoice[];
  readonly onChoose: (period: PeriodParts) => void;
}

/** The choices of the period picker: a form first, then one period of it. */
export function PeriodChoices({ forms, period, today, role, terms, onChoose }: PeriodChoicesProps) {
  const { m } = usePrinting();
  const [form, setForm] = useState<PeriodForm>(period.form);
  const here = period.form === form ? period : convertPeriod(period, form, today);
  const isAllowed = (choice: PeriodParts) => isPeriodAllowed(choice, role, today);
  return (
    <div className={styles['choices']}>
      <Segmented
        columns={forms.length > 4 ? 3 : forms.length}
        label={m.scope.formsLabel}
        value={form}
        onChange={setForm}
        segments={forms.map((value) => ({ value, label: m.scope.forms[value] }))}
      />
      {here.form === 'RANGE' ? <DateRangeForm range={here} onChoose={onChoose} /> : null}
      {here.form === 'TERM' ? <Terms terms={terms} period={period} today={today} onChoose={onChoose} /> : null}
      {here.form === 'YEAR' ? <Years chosen={period} today={today} isAllowed={isAllowed} onChoose={onChoose} /> : null}
      {here.form === 'QUARTER' || here.form === 'MONTH' || here.form === 'CUMULATIVE' ? (
        <PartsOfYear key={form} period={here} chosen={period} today={today} isAllowed={isAllowed} onChoose={onChoose} />
      ) : null}
    </div>
  );
}

interface ChoiceProps {
  readonly current: boolean;
  readonly disabled?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Choice({ current, disabled = false, onClick, children }: ChoiceProps) {
  return (
    <button type="button" className={styles['choice']} aria-pressed={current} disabled={disabled} onClick={onClick}>
      {children}
    </button>
  );
}

interface ListProps {
  readonly chosen: PeriodParts;
  readonly today: string;
  readonly isAllowed: (period: PeriodParts) => boolean;
  readonly onChoose: (period: PeriodParts) => void;
}

const yearsShown = 9;

function Years({ chosen, today, isAllowed, onChoose }: ListProps) {
  const { m } = usePrinting();
  const newest = yearAndMonth(today).year;
  const start = chosen.form === 'YEAR' ? Math.min(newest, chosen.year + 4) : newest;
  const [last, setLast] = useState(start);
  const years = Array.from({ length: yearsShown }, (_, index) => last - yearsShown + 1 + index);
  return (
    <div className={styles['years']}>
      <IconButton label={m.scope.earlierYears} icon={<IconChevronLeft size="1.3em" />} onClick={() => setLast(last - yearsShown)} />
      <div className={styles['grid']}>
        {years.map((year) => (
          <Choice
            key={year}
            current={chosen.form === 'YEAR' && chosen.year === year}
            disabled={!isAllowed({ form: 'YEAR', year })}
            onClick={() => onChoose({ form: 'YEAR', year })}
          >
            {year}
          </Choice>
        ))}
      </div>
      <IconButton
        label={m.scope.laterYears}
        icon={<IconChevronRight size="1.3em" />}
        disabled={last >= newest}
        onClick={() => setLast(Math.min(newest, last + yearsShown))}
      />
    </div>
  );
}

type PartOfYear = Extract<PeriodParts, { form: 'QUARTER' | 'MONTH' | 'CUMULATIVE' }>;

function PartsOfYear({ period, chosen, isAllowed, onChoose }: ListProps & { readonly period: PartOfYear }) {
  const { m, language } = usePrinting();
  const [year, setYear] = useState(period.year);
  const choices = partsOf(period.form, year);
  const name = (choice: PartOfYear) => {
    if (choice.form === 'QUARTER') return quarterName(choice.quarter, language);
    if (choice.form === 'MONTH') return monthName(choice.month, language);
    return choice.months === 6 ? m.scope.sixMonths : m.scope.nineMonths;
  };
  return (
    <>
      <div className={styles['year']}>
        <IconButton label={m.scope.earlierYears} icon={<IconChevronLeft size="1.3em" />} onClick={() => setYear(year - 1)} />
        <strong aria-live="polite">
          {m.scope.forms.YEAR} {year}
        </strong>
        <IconButton
          label={m.scope.laterYears}
          icon={<IconChevronRight size="1.3em" />}
          disabled={!partsOf(period.form, year + 1).some(isAllowed)}
          onClick={() => setYear(year + 1)}
        />
      </div>
      <div className={period.form === 'MONTH' ? styles['grid'] : styles['pairs']}>
        {choices.map((choice) => (
          <Choice
            key={name(choice)}
            current={JSON.stringify(choice) === JSON.stringify(chosen)}
            disabled={!isAllowed(choice)}
            onClick={() => onChoose(choice)}
          >
            {name(choice)}
          </Choice>
        ))}
      </div>
    </>
  );
}

function partsOf(form: PartOfYear['form'], year: number): PartOfYear[] {
  if (form === 'QUARTER') return [1, 2, 3, 4].map((quarter) => ({ form, year, quarter }));
  if (form === 'MONTH') return Array.from({ length: 12 }, (_, index) => ({ form, year, month: index + 1 }));
  return [
    { form, year, months: 6 },
    { form, year, months: 9 },
  ];
}

interface TermsProps {
  readonly terms: readonly TermChoice[];
  readonly period: PeriodParts;
  readonly today: string;
  readonly onChoose: (period: PeriodParts) => void;
}

function Terms({ terms, period, today, onChoose }: TermsProps) {
  const { m, f } = usePrinting();
  if (terms.length === 0) return <p className={styles['note']}>{m.scope.noTerms}</p>;
  return (
    <ul className={styles['terms']}>
      {terms.toReversed().map((term) => {
        const current = term.startsOn <= today && (term.endsOn === null || term.endsOn >= today);
        const choice: PeriodParts = current
          ? { form: 'TERM' }
          : { form: 'RANGE', from: term.startsOn, to: term.endsOn ?? today };
        return (
          <li key={term.startsOn}>
            <Choice current={current && period.form === 'TERM'} onClick={() => onChoose(choice)}>
              <span>{f.period({ form: 'TERM' }, term.label)}</span>
              <span className={styles['dates']}>
                {term.endsOn === null || current
                  ? `${f.date(term.startsOn)} – ${m.scope.currentTerm}`
                  : `${f.date(term.startsOn)} – ${f.date(term.endsOn)}`}
              </span>
            </Choice>
          </li>
        );
      })}
    </ul>
  );
}
