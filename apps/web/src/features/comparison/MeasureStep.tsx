import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { IconButton } from '../../shared/ui/Button.tsx';
import type { ComparedMeasure } from './measures.ts';
import styles from './MeasureStep.module.css';
import { useComparisonTexts } from './use-comparison-texts.ts';
import { useMeasureTexts } from './use-measure-texts.ts';

interface MeasureStepProps {
  readonly measures: readonly ComparedMeasure[];
  readonly measure: ComparedMeasure;
  readonly onMeasure: (measure: ComparedMeasure) => void;
}

/** One figure at a time: which one, and those before and after. */
export function MeasureStep({ measures, measure, onMeasure }: MeasureStepProps) {
  const { f } = usePrinting();
  const comparison = useComparisonTexts();
  const { title } = useMeasureTexts();
  const index = measures.indexOf(measure);
  const go = (step: number) => {
    const next = measures[(index + step + measures.length) % measures.length];
    if (next !== undefined) onMeasure(next);
  };
  return (
    <div className={styles['step']}>
      <IconButton bordered label={comparison.previous} icon={<IconChevronLeft size="1.3em" />} onClick={() => go(-1)} />
      <p role="status">
        <strong>{title(measure)}</strong> <span>{comparison.position(f.integer(index + 1), f.integer(measures.length))}</span>
      </p>
      <IconButton bordered label={comparison.next} icon={<IconChevronRight size="1.3em" />} onClick={() => go(1)} />
    </div>
  );
}
