import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { WorkUnitData } from './candidacy-documents.ts';
import styles from './Filters.module.css';
import { useCandidacyTexts } from './use-candidacy-texts.ts';

interface UnitSelectProps {
  readonly unit: WorkUnitData;
  readonly onUnit: (code: string) => void;
}

/** Narrows a page to one of the units below the one that it shows; the way up stands above the title. Absent where nothing lies below. */
export function UnitSelect({ unit, onUnit }: UnitSelectProps) {
  const { language } = usePrinting();
  const { t } = useCandidacyTexts();
  if (unit.children.nodes.length === 0) return null;
  return (
    <select className={styles['select']} aria-label={t.pipeline.unit} value={unit.code} onChange={(event) => onUnit(event.target.value)}>
      <option value={unit.code}>{t.pipeline.wholeUnit(unit.name)}</option>
      {unit.children.nodes.map(({ id, code, name }) => (
        <option key={id} value={code} lang={language === 'VI' ? undefined : 'vi'}>
          {name}
        </option>
      ))}
    </select>
  );
}
