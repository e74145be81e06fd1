import { useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Segmented } from '../../shared/ui/Segmented.tsx';
import { Toggle } from '../../shared/ui/Toggle.tsx';
import { usePhone } from '../../shared/ui/use-phone.ts';
import styles from './Choices.module.css';
import { mostUnits, readMeasures, toggle, writeList, writeMeasures, writeView, type ComparisonSearch, type ComparisonView } from './comparison-search.ts';
import { comparedMeasures } from './measures.ts';
import { UnitChoice } from './UnitChoice.tsx';
import { useComparisonTexts } from './use-comparison-texts.ts';
import type { Compared, ComparisonShown } from './use-comparison.ts';
import { useMeasureTexts } from './use-measure-texts.ts';

interface ChoicesProps {
  readonly shown: ComparisonShown;
  readonly search: ComparisonSearch;
  readonly codes: readonly string[];
  readonly units: readonly Compared[];
  readonly view: ComparisonView;
  readonly onSearch: (change: ComparisonSearch) => void;
}

/** What is compared with what: units, way, figures and what the numbers are per. */
export function Choices({ shown, search, codes, units, view, onSearch }: ChoicesProps) {
  const { f } = usePrinting();
  const comparison = useComparisonTexts();
  const phone = usePhone();
  const [changing, setChanging] = useState(false);
  // A phone has no room for the choices above the picture once something is chosen.
  const folded = phone && codes.length > 0;
  return (
    <Card
      title={comparison.choose}
      className={styles['card']}
      tools={
        <Segmented<ComparisonView>
          label={comparison.view}
          wide={phone}
          value={view}
          onChange={(next) => onSearch({ xem: writeView(next) })}
          segments={[
            { value: 'units', label: comparison.views.units },
            { value: 'years', label: comparison.views.years },
            { value: 'peers', label: comparison.views.peers },
          ]}
        />
      }
    >
      {folded ? (
        <Button className={styles['fold']} aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {changing ? comparison.changed : `${comparison.change} (${comparison.chosen(f.integer(codes.length), f.integer(mostUnits))})`}
        </Button>
      ) : null}
      <div className={styles['rows']} hidden={folded && !changing}>
        <div className={styles['row']} role="group" aria-label={comparison.units}>
          <p>
            {comparison.units} <span>{comparison.chosen(f.integer(codes.length), f.integer(mostUnits))}</span>
          </p>
          <UnitChoice near={shown.children} units={units} codes={codes} onCodes={(next) => onSearch({ a: writeList(next) })} />
          {codes.length < mostUnits ? null : <p className={styles['full']}>{comparison.full(f.integer(mostUnits))}</p>}
        </div>
        <MeasureChoice search={search} onSearch={onSearch} />
        <ScaleChoice search={search} onSearch={onSearch} />
      </div>
    </Card>
  );
}

type PartProps = Pick<ChoicesProps, 'search' | 'onSearch'>;

function MeasureChoice({ search, onSearch }: PartProps) {
  const comparison = useComparisonTexts();
  const { title } = useMeasureTexts();
  const chosen = readMeasures(search.so);
  return (
    <div className={styles['row']} role="group" aria-label={comparison.measures}>
      <p>{comparison.measures}</p>
      <div className={styles['toggles']}>
        {comparedMeasures.map((measure) => {
          const only = chosen.length === 1 && chosen.includes(measure);
          return (
            <Toggle key={measure} pressed={chosen.includes(measure)} disabled={only} onToggle={() => onSearch({ so: writeMeasures(toggle(chosen, measure)) })}>
              {title(measure)}
            </Toggle>
          );
        })}
      </div>
    </div>
  );
}

function ScaleChoice({ search, onSearch }: PartProps) {
  const comparison = useComparisonTexts();
  return (
    <div className={styles['row']}>
      <p>{comparison.scale}</p>
      <div className={styles['toggles']}>
        <Segmented
          label={comparison.scale}
          value={search.chia === 'tren-100' ? 'tren-100' : 'so'}
          onChange={(next) => onSearch({ chia: next === 'tren-100' ? next : undefined })}
          segments={[
            { value: 'so', label: comparison.absolute },
            { value: 'tren-100', label: comparison.perHundred },
          ]}
        />
      </div>
    </div>
  );
}
