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
  const { m, f } = usePrinting();
  const phone = usePhone();
  const [changing, setChanging] = useState(false);
  // A phone has no room for the choices above the picture once something is chosen.
  const folded = phone && codes.length > 0;
  return (
    <Card
      title={m.comparison.choose}
      className={styles['card']}
      tools={
        <Segmented<ComparisonView>
          label={m.comparison.view}
          wide={phone}
          value={view}
          onChange={(next) => onSearch({ xem: writeView(next) })}
          segments={[
            { value: 'units', label: m.comparison.views.units },
            { value: 'years', label: m.comparison.views.years },
            { value: 'peers', label: m.comparison.views.peers },
          ]}
        />
      }
    >
      {folded ? (
        <Button className={styles['fold']} aria-expanded={changing} onClick={() => setChanging(!changing)}>
          {changing ? m.comparison.changed : `${m.comparison.change} (${m.comparison.chosen(f.integer(codes.length), f.integer(mostUnits))})`}
        </Button>
      ) : null}
      <div className={styles['rows']} hidden={folded && !changing}>
        <div className={styles['row']} role="group" aria-label={m.comparison.units}>
          <p>
            {m.comparison.units} <span>{m.comparison.chosen(f.integer(codes.length), f.integer(mostUnits))}</span>
          </p>
          <UnitChoice near={shown.children} units={units} codes={codes} onCodes={(next) => onSearch({ a: writeList(next) })} />
          {codes.length < mostUnits ? null : <p className={styles['full']}>{m.comparison.full(f.integer(mostUnits))}</p>}
        </div>
        <MeasureChoice search={search} onSearch={onSearch} />
        <ScaleChoice search={search} onSearch={onSearch} />
      </div>
    </Card>
  );
}

type PartProps = Pick<ChoicesProps, 'search' | 'onSearch'>;

function MeasureChoice({ search, onSearch }: PartProps) {
  const { m } = usePrinting();
  const { title } = useMeasureTexts();
  const chosen = readMeasures(search.so);
  return (
    <div className={styles['row']} role="group" aria-label={m.comparison.measures}>
      <p>{m.comparison.measures}</p>
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
  const { m } = usePrinting();
  return (
    <div className={styles['row']}>
      <p>{m.comparison.scale}</p>
      <div className={styles['toggles']}>
        <Segmented
          label={m.comparison.scale}
          value={search.chia === 'tren-100' ? 'tren-100' : 'so'}
          onChange={(next) => onSearch({ chia: next === 'tren-100' ? next : undefined })}
          segments={[
            { value: 'so', label: m.comparison.absolute },
            { value: 'tren-100', label: m.comparison.perHundred },
            { value: 'chi-tieu', label: m.comparison.target, disabled: true },
          ]}
        />
        <span className={styles['full']}>{m.comparison.noTarget}</span>
      </div>
    </div>
  );
}
