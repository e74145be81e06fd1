import { IconPhotoDown, IconTable } from '@tabler/icons-react';
import { use, useId, useRef, useState, type ReactNode } from 'react';
import { usePrinting } from '../messages/LanguageProvider.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './ChartFigure.module.css';
import { FigureSourceContext } from './figure-source.ts';

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
  const { picture, save, failed } = useSavedPicture();
  return (
    <figure className={styles['figure']}>
      <figcaption className={styles['finding']}>{finding}</figcaption>
      <div ref={picture}>{children}</div>
      <div className={styles['tools']}>
        {table === undefined ? null : (
          <Button
            tone="quiet"
            className={styles['tool']}
            icon={<IconTable size="1.2em" aria-hidden="true" />}
            aria-expanded={opened}
            aria-controls={id}
            onClick={() => setOpened(!opened)}
          >
            {opened ? m.common.hideTable : m.common.showTable}
          </Button>
        )}
        <Button tone="quiet" className={styles['tool']} icon={<IconPhotoDown size="1.2em" aria-hidden="true" />} onClick={() => void save()}>
          {m.files.picture}
        </Button>
      </div>
      {failed ? <p role="alert">{m.files.failed}</p> : null}
      {table === undefined ? null : (
        <div id={id} className={styles['table']} hidden={!opened}>
          {table}
        </div>
      )}
    </figure>
  );
}

/** Hands over what stands in the frame as a file, with what it is of and the day. */
function useSavedPicture() {
  const { m, f } = usePrinting();
  const source = use(FigureSourceContext);
  const picture = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  const save = async () => {
    const element = picture.current;
    if (element === null) return;
    const footer = [source, m.files.drawnOn(f.dayOf(new Date().toISOString()))].filter((part) => part !== '').join(' · ');
    try {
      const { savePicture } = await import('./save-picture.ts');
      await savePicture(element, footer);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return { picture, save, failed };
}
