import type { CorrectedField } from '@banyan/schema/personal';
import type { Dimension } from '@banyan/schema/enums';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { usePersonalTexts } from '../use-personal-texts.ts';
import type { PersonValues } from './correction-values.ts';

/** The name of a field of the form in the closed list. */
export const fieldOf = {
  fullName: 'FULL_NAME',
  birthDate: 'BIRTH_DATE',
  gender: 'GENDER',
  occupation: 'OCCUPATION',
  enterpriseRelation: 'ENTERPRISE_RELATION',
  education: 'EDUCATION',
  youthUnion: 'YOUTH_UNION',
} as const satisfies Record<keyof PersonValues, CorrectedField>;

const dimensions: ReadonlySet<string> = new Set<Dimension>(['GENDER', 'OCCUPATION', 'ENTERPRISE_RELATION', 'EDUCATION', 'YOUTH_UNION', 'AGE_BAND']);

function isDimension(name: string): name is Dimension {
  return dimensions.has(name);
}

/** How the fields of a person and their values are called. */
export function useFieldWords() {
  const { texts } = usePrinting();
  const { kept } = usePersonalTexts();
  /** A key of a breakdown in words; a text as it is. */
  const slice = (dimension: string, key: string): string => {
    const labels: Readonly<Record<string, string>> = isDimension(dimension) ? texts.slices[dimension] : {};
    return labels[key] ?? key;
  };
  return {
    slice,
    label: (field: keyof PersonValues) => kept.fields[fieldOf[field]],
    show: (field: keyof PersonValues, value: string) => slice(fieldOf[field], value),
  };
}
