import type { CandidacyState, Step } from '@banyan/schema/lifecycle';
import { fullUnitName, type NamedUnit } from '../full-unit-name.ts';
import { awaitedOf, type StepOption } from '../awaited.ts';

/** Somebody who was chosen for a step of many, with the version that was seen. */
export interface Chosen {
  readonly id: string;
  readonly version: number;
  readonly state: CandidacyState;
  readonly name: string;
  readonly unit: string;
  /** The step that is awaited of them. */
  readonly step: Step;
  readonly needsNumber: boolean;
  /** The day from which the person is official once recognised, whenever the decision is made. */
  readonly officialOn: string | null;
}

interface Choosable {
  readonly id: string;
  readonly version: number;
  readonly state: CandidacyState;
  readonly probationEndsOn?: string | null;
  readonly person: { readonly fullName: string };
  readonly unit: NamedUnit;
  readonly steps: readonly Pick<StepOption, 'step' | 'isAwaited' | 'viewerCan' | 'facts'>[];
}

/** The one to choose; null where the viewer cannot record what is awaited, or where it needs a fact that is each person's own, as a vote. */
export function choosable(row: Choosable): Chosen | null {
  const awaited = awaitedOf(row);
  if (!awaited?.viewerCan || !awaited.facts.every((fact) => fact === 'DOCUMENT_NUMBER')) return null;
  const { id, version, state } = row;
  const officialOn = awaited.step === 'RECOGNISED' ? (row.probationEndsOn ?? null) : null;
  return { id, version, state, name: row.person.fullName, unit: fullUnitName(row.unit), step: awaited.step, needsNumber: awaited.facts.length > 0, officialOn };
}

/** Adds one, or takes one out. */
export function toggled(chosen: readonly Chosen[], one: Chosen): readonly Chosen[] {
  return chosen.some(({ id }) => id === one.id) ? chosen.filter(({ id }) => id !== one.id) : [...chosen, one];
}

/** Whether one can be chosen beside those who are: one document is about one step. */
export function fits(chosen: readonly Chosen[], { step }: Chosen): boolean {
  return chosen.every((other) => other.step === step);
}
