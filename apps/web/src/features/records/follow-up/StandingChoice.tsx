import { Segmented } from '../../../shared/ui/Segmented.tsx';
import { useRecordTexts } from '../use-record-texts.ts';

interface StandingChoiceProps<S extends string> {
  readonly slugs: readonly (readonly [slug: string | undefined, standing: S])[];
  readonly standing: S;
  readonly words: Readonly<Record<S, string>>;
  readonly onChange: (slug: string | undefined) => void;
}

/** Which part of a list is shown. */
export function StandingChoice<S extends string>({ slugs, standing, words, onChange }: StandingChoiceProps<S>) {
  const { t } = useRecordTexts();
  return <Segmented label={t.followUp.standing} value={standing} segments={slugs.map(([, value]) => ({ value, label: words[value] }))} onChange={(chosen) => onChange(slugs.find(([, value]) => value === chosen)?.[0])} />;
}
