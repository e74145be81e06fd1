import type { Role } from '@banyan/schema/enums';
import { writePeriod, type PeriodParts } from '@banyan/schema/period';
import { IconCalendar, IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { formsForRole, isPeriodAllowed, shiftPeriod } from '../../shared/period/period-arithmetic.ts';
import { IconButton } from '../../shared/ui/Button.tsx';
import { Dropdown } from '../../shared/ui/Dropdown.tsx';
import { PeriodChoices, type TermChoice } from './PeriodChoices.tsx';
import styles from './PeriodPicker.module.css';

interface PeriodPickerProps {
  readonly period: PeriodParts;
  /** The period in words, as the button prints it. */
  readonly label: string;
  readonly today: string;
  readonly role: Role;
  readonly terms: readonly TermChoice[];
  readonly onChange: (period: string) => void;
}

/** The period that every figure of the page is about: one step back or forward, or another of any form. */
export function PeriodPicker({ period, label, today, role, terms, onChange }: PeriodPickerProps) {
  const { m } = usePrinting();
  const [opened, setOpened] = useState(false);
  const step = (direction: 1 | -1) => {
    const next = shiftPeriod(period, direction);
    return next !== null && isPeriodAllowed(next, role, today) ? writePeriod(next) : null;
  };
  const before = step(-1);
  const after = step(1);
  return (
    <div className={styles['picker']} role="group" aria-label={m.scope.period}>
      <IconButton
        bordered
        label={m.scope.previous}
        icon={<IconChevronLeft size="1.3em" />}
        disabled={before === null}
        onClick={() => before !== null && onChange(before)}
      />
      <Dropdown
        opened={opened}
        onChange={setOpened}
        title={m.scope.period}
        width="25rem"
        target={
          <button
            type="button"
            className={styles['target']}
            aria-label={m.scope.choosePeriod(label)}
            onClick={() => setOpened(!opened)}
          >
            <IconCalendar size="1.25em" stroke={1.7} aria-hidden="true" />
            <span>{label}</span>
            <IconChevronDown size="1.1em" aria-hidden="true" />
          </button>
        }
      >
        <PeriodChoices
          forms={formsForRole(role)}
          period={period}
          today={today}
          role={role}
          terms={terms}
          onChoose={(next) => {
            setOpened(false);
            onChange(writePeriod(next));
          }}
        />
      </Dropdown>
      <IconButton
        bordered
        label={m.scope.next}
        icon={<IconChevronRight size="1.3em" />}
        disabled={after === null}
        onClick={() => after !== null && onChange(after)}
      />
    </div>
  );
}
