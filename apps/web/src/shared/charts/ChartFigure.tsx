import { IconTable } from '@tabler/icons-react';
import { useId, useState, type ReactNode } from 'react';
import { usePrinting } from '../messages/LanguageProvider.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './ChartFigure.module.css';

interface ChartFigureProps {
  /** What the picture shows, as a sentence: it stands above the picture and is all that a reader needs. */
  readonly finding: ReactNode;
  readonly children: ReactNode;
  /** The same data as a table, opened on request. */
  readonly table?: ReactNode;
}

/** The frame of every chart: the finding in words, the picture, and the table behind it. */
export function ChartFigure({ finding, children, table }: ChartFigureProps) {
  const { m } = usePrinting();
  const [opened, setOpened] = useState(false);
  const id = useId();
  return (
    <figure className={styles['figure']}>
      <figcaption className={styles['finding']}>{finding}</figcaption>
      {children}
      {table === undefined ? null : (
        <>
          <Button
            tone="quiet"
            className={styles['toggle']}
            icon={<IconTable size="1.2em" aria-hidden="true" />}
            aria-expanded={opened}
            aria-controls={id}
            onClick={() => setOpened(!opened)}
          >
            {opened ? m.common.hideTable : m.common.showTable}
          </Button>
          <div id={id} className={styles['table']} hidden={!opened}>
            {table}
          </div>
        </>
      )}
    </figure>
  );
}
