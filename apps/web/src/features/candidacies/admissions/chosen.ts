import { fullUnitName, type NamedUnit } from '../full-unit-name.ts';
import { canBeRecognised, type StepOption } from '../awaited.ts';

/** Somebody who was chosen to be recognised, with the version that was seen. */
export interface Chosen {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly unit: string;
  /** The day from which the person is official, whenever the decision is made. */
  readonly officialOn: string | null;
}

interface Recognisable {
  readonly id: string;
  readonly version: number;
  readonly probationEndsOn: string | null;
  readonly person: { readonly fullName: string };
  readonly unit: NamedUnit;
  readonly steps: readonly Pick<StepOption, 'step' | 'isAwaited' | 'viewerCan'>[];
}

/** The one to choose; null where the viewer cannot recognise them now. */
export function choosable(row: Recognisable): Chosen | null {
  if (!canBeRecognised(row)) return null;
  return { id: row.id, version: row.version, name: row.person.fullName, unit: fullUnitName(row.unit), officialOn: row.probationEndsOn };
}

/** Adds one, or takes one out. */
export function toggled(chosen: readonly Chosen[], one: Chosen): readonly Chosen[] {
  return chosen.some(({ id }) => id === one.id) ? chosen.filter(({ id }) => id !== one.id) : [...chosen, one];
}
