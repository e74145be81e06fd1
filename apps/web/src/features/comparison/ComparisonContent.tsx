import { useMemo } from 'react';
import { writtenPeriod } from '../../shared/period/scope-choice.ts';
import { Notice } from '../../shared/ui/Notice.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { usePhone } from '../../shared/ui/use-phone.ts';
import { Choices } from './Choices.tsx';
import styles from './ComparisonPage.module.css';
import { readMeasures, readView, writeList, type ComparisonSearch } from './comparison-search.ts';
import type { Drawn } from './drawn.ts';
import { EmptyChoice } from './EmptyChoice.tsx';
import { MeasureStep } from './MeasureStep.tsx';
import { shownMeasures } from './measures.ts';
import { PeersView } from './PeersView.tsx';
import { UnitsView } from './UnitsView.tsx';
import { useComparisonTexts } from './use-comparison-texts.ts';
import { useChosen, type ComparisonShown } from './use-comparison.ts';
import { YearsView } from './YearsView.tsx';

interface ComparisonContentProps {
  readonly shown: ComparisonShown;
  readonly search: ComparisonSearch;
  readonly busy: boolean;
  readonly onSearch: (change: ComparisonSearch) => void;
}

/** What is compared, and the pictures. */
export function ComparisonContent({ shown, search, busy, onSearch }: ComparisonContentProps) {
  const comparison = useComparisonTexts();
  const phone = usePhone();
  const chosen = useChosen(search, shown);
  const { codes, units, unknown, error, retry } = chosen;
  const view = readView(search.xem);
  const perHundred = search.chia === 'tren-100';
  const all = useMemo(() => shownMeasures(readMeasures(search.so), perHundred), [search.so, perHundred]);
  // A phone shows one figure, as does the picture of all units of a kind.
  const one = all.find((measure) => measure === search.muc) ?? all[0] ?? 'ket-nap';
  const single = phone || view === 'peers';
  const drawn: Drawn = { measures: single ? [one] : all, perHundred, units, name: `${shown.own.code}-${writtenPeriod(shown.choice).replaceAll('/', '_')}` };
  return (
    <>
      <Choices shown={shown} search={search} codes={codes} units={units} view={view} onSearch={onSearch} />
      {unknown.length === 0 ? null : <Notice tone="warning">{comparison.unknown(unknown.join(', '))}</Notice>}
      {error === undefined ? null : <QueryFailure error={error} onRetry={retry} />}
      <div className={styles['content']} data-busy={busy || chosen.busy || undefined}>
        {single && all.length > 1 ? <MeasureStep measures={all} measure={one} onMeasure={(muc) => onSearch({ muc })} /> : null}
        {view === 'units' && units.length > 0 ? <UnitsView drawn={drawn} peers={shown.children} /> : null}
        {view === 'units' && codes.length === 0 ? (
          <EmptyChoice below={shown.children} onView={(xem) => onSearch({ xem })} onUnits={(chosen) => onSearch({ a: writeList(chosen) })} />
        ) : null}
        {view === 'years' ? <YearsView drawn={drawn} codes={codes.length === 0 ? [shown.own.code] : codes} choice={shown.choice} /> : null}
        {view === 'peers' ? <PeersView drawn={drawn} measure={one} peers={shown.children} kind={search.loai} onKind={(loai) => onSearch({ loai })} /> : null}
      </div>
    </>
  );
}
