import { IconHistory } from '@tabler/icons-react';
import { useId, useState, type FormEvent } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { ScopeChoice } from '../../shared/period/scope-choice.ts';
import { seesSumsAlone } from '../../shared/period/sums-alone.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Dropdown } from '../../shared/ui/Dropdown.tsx';
import { readTypedDate } from '../ledger/index.ts';
import styles from './AsOfPicker.module.css';

interface AsOfPickerProps {
  readonly choice: ScopeChoice;
  readonly onDay: (day: string | undefined) => void;
}

/** The day up to which facts count, for those who may look back. Closed it is one quiet button: nearly everyone wants today. */
export function AsOfPicker({ choice: { asOf, hint }, onDay }: AsOfPickerProps) {
  const { m } = usePrinting();
  const [opened, setOpened] = useState(false);
  if (seesSumsAlone(hint.role)) return null;
  return (
    <Dropdown
      opened={opened}
      onChange={setOpened}
      title={m.scope.asOf}
      width="21rem"
      target={
        <Button tone="quiet" icon={<IconHistory size="1.25em" stroke={1.7} aria-hidden="true" />} aria-expanded={opened} onClick={() => setOpened(!opened)}>
          {m.scope.asOf}
        </Button>
      }
    >
      <DayForm
        day={asOf ?? hint.today}
        today={hint.today}
        onDay={(day) => {
          setOpened(false);
          onDay(day === hint.today ? undefined : day);
        }}
      />
    </Dropdown>
  );
}

interface DayFormProps {
  readonly day: string;
  readonly today: string;
  readonly onDay: (day: string) => void;
}

function DayForm({ day, today, onDay }: DayFormProps) {
  const { m, f } = usePrinting();
  const id = useId();
  const [text, setText] = useState(f.date(day));
  const [problem, setProblem] = useState<string>();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = readTypedDate(text);
    if (typed === null) setProblem(m.scope.dateWrong);
    else if (typed > today) setProblem(m.scope.dayAfter(f.date(today)));
    else onDay(typed);
  };
  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <label htmlFor={id}>{m.scope.asOfDay}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={text}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-hint ${id}-problem`}
        onChange={(event) => setText(event.target.value)}
      />
      <p id={`${id}-hint`} className={styles['hint']}>
        {m.scope.asOfHint}
      </p>
      <p id={`${id}-problem`} className={styles['problem']}>
        {problem}
      </p>
      <Button tone="primary" type="submit">
        {m.common.apply}
      </Button>
    </form>
  );
}
