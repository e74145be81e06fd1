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
  /** Last day of a temporary transfer. */
  readonly until: string;
  readonly isStudy: boolean;
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
  const isTemporary = kind === 'TEMPORARY';
  const until = isTemporary && values.until.trim() !== '' ? readDay(values.until) : null;
  const problems: Problems = {
    ...(where === 'UNIT' && unit === null ? { toUnit: say.noUnit } : {}),
    ...(where === 'TEXT' && values.destination.trim() === '' ? { destination: say.missing } : {}),
    ...(kind !== 'INTERNAL' && values.letterNumber.trim() === '' ? { letterNumber: say.missing } : {}),
    ...(on === null ? { on: say.noDay } : {}),
    ...(isTemporary && values.until.trim() === '' ? { until: say.missing } : isTemporary && until === null ? { until: say.noDay } : {}),
    ...(values.movedOn.trim() !== '' && movedOn === null ? { movedOn: say.noDay } : {}),
  };
  if (on === null || Object.keys(problems).length > 0) return { problems };
  const receiver = where === 'UNIT' ? { toUnit: unit } : { destination: values.destination, isUnderOneUpper: kind !== 'INTERNAL' && values.isUnderOneUpper };
  return { letter: { kind, ...receiver, letterNumber: kind === 'INTERNAL' ? '' : values.letterNumber, on, movedOn, until, isStudy: isTemporary && values.isStudy } };
}
