import { sliceKeys } from '@banyan/schema/enums';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { DayField } from '../fields/DayField.tsx';
import { FoldedFields } from '../fields/FoldedFields.tsx';
import { SelectField } from '../fields/SelectField.tsx';
import { usePeopleTexts } from '../use-people-texts.ts';
import type { Problems } from '../use-change.ts';
import type { CandidateValues } from './candidate-values.ts';

const listed = [
  ['occupation', 'OCCUPATION'],
  ['education', 'EDUCATION'],
  ['youthUnion', 'YOUTH_UNION'],
  ['enterpriseRelation', 'ENTERPRISE_RELATION'],
] as const;

interface MoreFieldsProps {
  readonly values: CandidateValues;
  readonly problems: Problems;
  readonly onChange: (change: Partial<CandidateValues>) => void;
}

/** What may be known of a candidate and is not needed to add one. */
export function MoreFields({ values, problems, onChange }: MoreFieldsProps) {
  const { m, texts } = usePrinting();
  const { t } = usePeopleTexts();
  const labels = { occupation: m.person.occupation, education: m.person.education, youthUnion: m.person.youthUnion, enterpriseRelation: m.person.enterprise };
  const isWanted = ['on', ...listed.map(([field]) => field)].some((field) => problems[field] !== undefined);
  return (
    <FoldedFields summary={t.step.more} isWanted={isWanted}>
      <DayField label={t.add.on} required value={values.on} problem={problems['on']} onChange={(on) => onChange({ on })} />
      {listed.map(([field, dimension]) => {
        const words: Readonly<Record<string, string>> = texts.slices[dimension];
        return (
          <SelectField
            key={field}
            label={labels[field]}
            value={values[field]}
            problem={problems[field]}
            options={sliceKeys[dimension].map((value: string) => ({ value, label: words[value] ?? value }))}
            onChange={(value) => onChange({ [field]: value })}
          />
        );
      })}
    </FoldedFields>
  );
}
