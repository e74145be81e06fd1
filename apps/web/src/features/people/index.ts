export { DayField } from './fields/DayField.tsx';
export { DeadlineFields, DeadlineText } from './DeadlineText.tsx';
export { PersonRecord } from './PersonRecord.tsx';
export { StateChip, StateChipFields } from './StateChip.tsx';
export { StepPanel, usePreparedStepPanel, type StepPanelProps } from './StepPanel.tsx';
export { TextField } from './fields/TextField.tsx';
export { useFirstProblem } from './fields/use-first-problem.ts';
export { makeKey } from './add/make-key.ts';
export { usePeopleTexts } from './use-people-texts.ts';
