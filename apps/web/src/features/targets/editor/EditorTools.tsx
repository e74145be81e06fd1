import { isRate, splitWays, sumRules, type SplitWay } from '@banyan/schema/targets';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { Button, IconButton } from '../../../shared/ui/Button.tsx';
import { SearchBox } from '../../../shared/ui/SearchBox.tsx';
import { Segmented } from '../../../shared/ui/Segmented.tsx';
import { useTargetTexts } from '../use-target-texts.ts';
import type { EditorData } from './editor-data.ts';
import styles from './Editor.module.css';
import type { useWorksheet } from './use-worksheet.ts';

/** More rows than these can be filtered. */
const manyRows = 24;

interface EditorToolsProps {
  readonly data: EditorData;
  readonly work: ReturnType<typeof useWorksheet>;
  readonly onSuggest: (way: SplitWay) => void;
  /** By what the rows are filtered. */
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
}

/** What can be done with the whole worksheet: the rule of its sum and its reserve, suggestions, the way back, a filter of many rows. */
export function EditorTools({ data: { kind }, work, onSuggest, typed, onTyped }: EditorToolsProps) {
  const { t, words } = useTargetTexts();
  const e = t.editor;
  const { sheet } = work;
  return (
    <div className={styles['tools']}>
      <Segmented
        label={e.rule}
        value={sheet.rule}
        onChange={(rule) => work.change({ rule })}
        segments={sumRules.map((rule) => ({ value: rule, label: e.rules[rule], disabled: isRate(kind) && rule !== 'NOT_BELOW' }))}
      />
      <p className={styles['ruleWords']}>{words.sumRules[sheet.rule]}</p>
      {sheet.rule === 'WITH_RESERVE' ? (
        <label className={styles['reserve']}>
          {e.reserve}
          <input type="text" inputMode="decimal" value={sheet.reserve} onChange={({ target }) => work.change({ reserve: target.value }, 'reserve')} />
          {kind === 'RANGE' ? (
            <input type="text" inputMode="decimal" aria-label={`${e.reserve} ${e.high.toLowerCase()}`} value={sheet.reserveHigh} onChange={({ target }) => work.change({ reserveHigh: target.value }, 'reserveHigh')} />
          ) : null}
        </label>
      ) : null}
      <div role="group" aria-label={e.suggest} className={styles['suggest']}>
        <span>{e.suggest}</span>
        {splitWays.map((way) => (
          <Button key={way} tone="quiet" onClick={() => onSuggest(way)}>
            {e.ways[way]}
          </Button>
        ))}
      </div>
      <div className={styles['undo']}>
        <IconButton label={e.undo} icon={<IconArrowBackUp size="1.3em" />} disabled={work.undo === null} onClick={() => work.undo?.()} />
        <IconButton label={e.redo} icon={<IconArrowForwardUp size="1.3em" />} disabled={work.redo === null} onClick={() => work.redo?.()} />
      </div>
      {sheet.rows.length > manyRows ? <SearchBox label={e.filter} hint={e.filter} value={typed} onChange={(next) => onTyped(next ?? '')} /> : null}
    </div>
  );
}
