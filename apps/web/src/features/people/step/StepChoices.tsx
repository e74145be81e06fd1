import { IconArrowLeft, IconChevronRight, IconLock } from '@tabler/icons-react';
import type { Step } from '@banyan/schema/lifecycle';
import { useId } from 'react';
import { Button } from '../../../shared/ui/Button.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { usePeopleTexts } from '../use-people-texts.ts';
import { groupSteps } from './step-groups.ts';
import styles from './StepPanel.module.css';
import type { StepChoice, StepFile } from './use-recording.ts';

interface StepChoicesProps {
  readonly file: StepFile;
  readonly onChoose: (step: Step) => void;
  /** Given where there is a form to go back to. */
  readonly onBack: (() => void) | undefined;
}

/** All steps that are possible from here, in their parts; those of another body are named with the reason why they cannot be chosen. */
export function StepChoices({ file, onChoose, onBack }: StepChoicesProps) {
  const { t } = usePeopleTexts();
  const id = useId();
  const groups = groupSteps(file.steps, file.state);
  return (
    <div className={styles['choices']}>
      <div className={styles['choicesHead']}>
        <h3>{t.step.othersTitle}</h3>
        {onBack === undefined ? null : (
          <Button tone="quiet" icon={<IconArrowLeft size="1.2em" aria-hidden="true" />} onClick={onBack}>
            {t.step.back}
          </Button>
        )}
      </div>
      {groups.map(({ group, options }) => (
        <section key={group} aria-labelledby={`${id}-${group}`}>
          <h4 id={`${id}-${group}`}>{t.step.groups[group]}</h4>
          <ul>
            {options.map((option) => (
              <li key={option.step}>
                <Choice option={option} leads={option.leadsTo !== file.state} onChoose={() => onChoose(option.step)} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface ChoiceProps {
  readonly option: StepChoice;
  /** Whether it leads anywhere else. */
  readonly leads: boolean;
  readonly onChoose: () => void;
}

function Choice({ option, leads, onChoose }: ChoiceProps) {
  const { t, words } = usePeopleTexts();
  const { step, leadsTo, viewerCan, viewerCannotBecause, unit, by } = option;
  return (
    <button type="button" className={styles['choice']} aria-disabled={!viewerCan || undefined} onClick={viewerCan ? onChoose : undefined}>
      <span>
        <strong>{words.steps[step]}</strong>
        {viewerCan && leads && words.states[leadsTo] !== words.steps[step] ? <span className={styles['detail']}>{t.step.leadsTo(words.states[leadsTo])}</span> : null}
        {viewerCannotBecause === null ? null : (
          <span className={styles['detail']}>
            {words.refusals[viewerCannotBecause]} {unit === null ? t.step.noUnit : <Recorder by={words.bodies[by]} unit={unit.name} />}
          </span>
        )}
      </span>
      {viewerCan ? <IconChevronRight size="1.2em" aria-hidden="true" /> : <IconLock size="1.2em" aria-hidden="true" />}
    </button>
  );
}

function Recorder({ by, unit }: { readonly by: string; readonly unit: string }) {
  return (
    <>
      {by}: <ProperName>{unit}</ProperName>.
    </>
  );
}
