import { placeGaps, watchedTiers, type WatchList } from '@banyan/schema/watch';
import { parsePeriod } from '@banyan/schema/period';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { filterStyles } from '../candidacies/index.ts';
import { useWatchTexts } from './use-watch-texts.ts';
import { choices, rateBases, readWatch } from './watch-parameters.ts';
import type { WatchSearch } from './watch-search.ts';

interface ParametersProps {
  readonly list: WatchList;
  readonly search: WatchSearch;
  readonly today: string;
  readonly onChange: (change: WatchSearch) => void;
}

/** By what a list is made: each of its parameters in view, and to be chosen. */
export function Parameters({ list, search, today, onChange }: ParametersProps) {
  const { f } = usePrinting();
  const { t, words, bases } = useWatchTexts();
  const { parameters: by } = readWatch(search);
  const percents = (values: readonly string[]) => values.map((value): Option => [value, f.percent(Number(value))]);
  const tier = <Choice key="cap" label={t.parameters.tier} value={by.tier} options={watchedTiers.map((one): Option => [one, words.tiers[one]])} onChange={(cap) => onChange({ cap })} />;
  const year = Number(today.slice(0, 4));
  const usual = String(list === 'RATE_BELOW' ? year - 1 : year);
  const periods = [...new Set([by.period ?? usual, String(year), String(year - 1)])].flatMap((value): Option[] => {
    const parts = parsePeriod(value);
    return parts === null ? [] : [[value, f.period(parts)]];
  });
  const period = <Choice label={t.parameters.period} value={by.period ?? usual} options={periods} onChange={(value) => onChange({ 'trong-ky': value })} />;
  switch (list) {
    case 'NO_ADMISSION':
      return (
        <>
          {tier}
          <Choice
            label={t.parameters.years}
            value={by.sinceTerm ? 'nhiem-ky' : String(by.years)}
            options={[...choices.nam.map((one): Option => [one, t.parameters.yearsOf(one)]), ['nhiem-ky', t.parameters.term]]}
            onChange={(nam) => onChange({ nam })}
          />
        </>
      );
    case 'BEHIND_PACE':
      return (
        <>
          {period}
          <Choice label={t.parameters.tolerance} value={String(by.tolerance)} options={percents(choices.cham)} onChange={(cham) => onChange({ cham })} />
        </>
      );
    case 'RATE_BELOW':
      return (
        <>
          {period}
          <Choice label={t.parameters.percent} value={String(by.percent)} options={percents(choices.muc)} onChange={(muc) => onChange({ muc })} />
          <Choice label={t.parameters.base} value={by.base} options={rateBases.map((one): Option => [one, bases[one]])} onChange={(goc) => onChange({ goc })} />
        </>
      );
    case 'CERTIFICATES_EXPIRING':
      return <Choice label={t.parameters.months} value={String(by.months)} options={choices.thang.map((one): Option => [one, t.parameters.monthsOf(one)])} onChange={(thang) => onChange({ thang })} />;
    case 'PLACES':
      return <Choice label={t.parameters.places} value={by.places} options={placeGaps.map((one): Option => [one, words.gaps[one]])} onChange={(thieu) => onChange({ thieu })} />;
    case 'SOURCES_WITHOUT_ADMISSION':
      return (
        <>
          {tier}
          {period}
        </>
      );
    case 'NO_SOURCE':
      return tier;
  }
}

type Option = readonly [value: string, label: string];

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <label>
      {label}
      <select className={filterStyles['select']} value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
