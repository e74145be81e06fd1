import { IconChartBar } from '@tabler/icons-react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import styles from './ComparisonPage.module.css';
import { byKind, mostAdmitted } from './kinds.ts';
import { useComparisonTexts } from './use-comparison-texts.ts';
import type { Compared } from './use-comparison.ts';

interface EmptyChoiceProps {
  readonly below: readonly Compared[];
  readonly onUnits: (codes: readonly string[]) => void;
  readonly onView: (word: string) => void;
}

/** Nothing is chosen yet: the units below of one kind are a beginning; a unit without any is compared with itself. */
export function EmptyChoice({ below, onUnits, onView }: EmptyChoiceProps) {
  const { f } = usePrinting();
  const comparison = useComparisonTexts();
  const kinds = byKind(below).filter(({ units }) => units.length > 1);
  const icon = <IconChartBar size="2.2rem" stroke={1.5} aria-hidden="true" />;
  if (kinds.length === 0) {
    return (
      <Card title={comparison.emptyTitle}>
        <Message title={comparison.leafBody} icon={icon} action={<Button onClick={() => onView('nam')}>{comparison.ownYears}</Button>} />
      </Card>
    );
  }
  return (
    <Card title={comparison.emptyTitle}>
      <Message
        title={comparison.emptyBody}
        icon={icon}
        action={
          <div className={styles['suggestions']}>
            {kinds.map(({ code, name, units }) => {
              const chosen = mostAdmitted(units);
              return (
                <Button key={code} onClick={() => onUnits(chosen)}>
                  {comparison.suggest(f.integer(chosen.length), f.inSentence(name))}
                </Button>
              );
            })}
          </div>
        }
      />
    </Card>
  );
}
