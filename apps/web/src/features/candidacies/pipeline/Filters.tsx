import { stages } from '@banyan/schema/lifecycle';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { SearchBox } from '../../../shared/ui/SearchBox.tsx';
import { Segmented } from '../../../shared/ui/Segmented.tsx';
import { usePhone } from '../../../shared/ui/use-phone.ts';
import type { WorkUnitData } from '../candidacy-documents.ts';
import styles from '../Filters.module.css';
import { UnitSelect } from '../UnitSelect.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import type { PipelineSearch } from './pipeline-search.ts';
import { allStages, stageSlugs } from './stage-choice.ts';

interface FiltersProps {
  readonly unit: WorkUnitData;
  readonly search: PipelineSearch;
  readonly onSearch: (patch: PipelineSearch, replace?: boolean) => void;
}

/** Narrows the candidates by name, unit, stage and what is late, and chooses how they are shown. A phone has the stages as tabs. */
export function Filters({ unit, search, onSearch }: FiltersProps) {
  const { m } = usePrinting();
  const { t, words } = useCandidacyTexts();
  const phone = usePhone();
  const board = search.xem === 'cot';
  return (
    <div className={styles['filters']}>
      <SearchBox label={t.pipeline.search} hint={m.children.filterHint} value={search.tim} onChange={(tim) => onSearch({ tim }, true)} />
      <UnitSelect unit={unit} onUnit={(code) => onSearch({ 'don-vi': code })} />
      {phone ? null : (
        <select className={styles['select']} aria-label={t.pipeline.stage} value={search.buoc ?? ''} onChange={(event) => onSearch({ buoc: event.target.value || undefined })}>
          <option value="">{t.pipeline.onTheWay}</option>
          {stages.map((stage) => (
            <option key={stage} value={stageSlugs[stage]}>
              {words.stages[stage]}
            </option>
          ))}
          <option value={allStages}>{t.pipeline.allStages}</option>
        </select>
      )}
      <label className={styles['check']}>
        <input type="checkbox" checked={search['qua-han'] === '1'} onChange={(event) => onSearch({ 'qua-han': event.target.checked ? '1' : undefined })} />
        {t.pipeline.overdueOnly}
      </label>
      {phone || board ? null : (
        <select className={styles['select']} aria-label={t.pipeline.order} value={search.xep ?? ''} onChange={(event) => onSearch({ xep: event.target.value || undefined })}>
          <option value="">{words.orders.GIVEN_NAME}</option>
          <option value="han">{words.orders.DEADLINE}</option>
        </select>
      )}
      {phone ? null : (
        <div className={styles['view']}>
          <Segmented
            label={t.pipeline.view}
            value={board ? 'cot' : 'bang'}
            onChange={(view) => onSearch({ xem: view === 'cot' ? 'cot' : undefined })}
            segments={[
              { value: 'bang', label: t.pipeline.views.bang },
              { value: 'cot', label: t.pipeline.views.cot },
            ]}
          />
        </div>
      )}
    </div>
  );
}
