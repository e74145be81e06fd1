import { useEffect, type ReactNode } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { PaperHead } from '../scope/index.ts';
import { useCandidacyTexts } from './use-candidacy-texts.ts';
import styles from './WorkHead.module.css';

interface WorkHeadProps {
  readonly title: string;
  /** Name of the unit whose people are listed. */
  readonly unit: string;
  readonly today: string;
  /** The way from the root to the unit, where another one can be chosen. */
  readonly breadcrumb?: ReactNode;
  readonly tools?: ReactNode;
  readonly unknownKeys?: readonly string[] | undefined;
}

/** The head of a page about many people on their way: what it is, whose people, and as of which day. */
export function WorkHead({ title, unit, today, breadcrumb, tools, unknownKeys }: WorkHeadProps) {
  const { m, f } = usePrinting();
  const { t } = useCandidacyTexts();
  useEffect(() => {
    document.title = `${title} – ${m.product.name}`;
  }, [title, m]);
  return (
    <>
      <PaperHead unit={unit} period={title} until={today} />
      <div className={styles['head']}>
        <div className={styles['where']}>
          {breadcrumb}
          <h1>{title}</h1>
          <p className={styles['meta']}>
            <ProperName>{unit}</ProperName> · {t.todo.asOf(f.date(today))}
          </p>
        </div>
        <div className={styles['tools']}>{tools}</div>
      </div>
      {unknownKeys === undefined ? null : <Notice tone="warning">{m.scope.unknownKeys(unknownKeys.join(', '))}</Notice>}
    </>
  );
}
