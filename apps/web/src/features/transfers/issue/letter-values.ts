import type { TransferKind } from '@banyan/schema/lifecycle';
import type { Problems } from '../../people/index.ts';

/** A letter as it is typed. */
export interface LetterValues {
  readonly kind: TransferKind;
  /** Whether the receiver is a unit of the scope, or a text. */
  readonly where: 'UNIT' | 'TEXT';
  readonly destination: string;
  readonly isUnderOneUpper: boolean;
  readonly letterNumber: string;
  readonly on: string;
  readonly movedOn: string;
}

/** What is said where something is missing or no day. */
interface Sentences {
  readonly missing: string;
  readonly noDay: string;
  readonly noUnit: string;
}

/** A letter as it is sent, or what is missing before it can be. */
export function readLetter(values: LetterValues, unit: string | null, readDay: (text: string) => string | null, say: Sentences) {
  const { kind, where } = values;
  const [on, movedOn] = [readDay(values.on), values.movedOn.trim() === '' ? null : readDay(values.movedOn)];
  const problems: Problems = {
    ...(where === 'UNIT' && unit === null ? { toUnit: say.noUnit } : {}),
    ...(where === 'TEXT' && values.destination.trim() === '' ? { destination: say.missing } : {}),
    ...(kind !== 'INTERNAL' && values.letterNumber.trim() === '' ? { letterNumber: say.missing } : {}),
    ...(on === null ? { on: say.noDay } : {}),
    ...(values.movedOn.trim() !== '' && movedOn === null ? { movedOn: say.noDay } : {}),
  };
  if (on === null || Object.keys(problems).length > 0) return { problems };
  const receiver = where === 'UNIT' ? { toUnit: unit } : { destination: values.destination, isUnderOneUpper: kind !== 'INTERNAL' && values.isUnderOneUpper };
  return { letter: { kind, ...receiver, letterNumber: kind === 'INTERNAL' ? '' : values.letterNumber, on, movedOn } };
}
