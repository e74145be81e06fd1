import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, type MouseEvent } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button, IconButton } from '../../shared/ui/Button.tsx';
import styles from './SavedViewsPanel.module.css';
import type { SavedView } from './views-document.ts';

interface ViewRowProps {
  readonly view: SavedView;
  /** Whether it is the page that is shown. */
  readonly current: boolean;
  readonly onOpen: () => void;
  readonly onRemove: () => void;
}

/** One view: a link, so that it opens in another tab too, and its deletion. */
export function ViewRow({ view, current, onOpen, onRemove }: ViewRowProps) {
  const { m } = usePrinting();
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <li className={styles['row']} data-current={current || undefined}>
      <a href={view.address} aria-current={current ? 'page' : undefined} onClick={follow}>
        {view.name}
      </a>
      <IconButton label={m.views.remove(view.name)} icon={<IconTrash size="1.2em" stroke={1.7} />} onClick={onRemove} />
    </li>
  );
}

/** What stands in the place of a view that was just deleted. */
export function RemovedRow({ view, onRestore }: { view: SavedView; onRestore: () => void }) {
  const { m } = usePrinting();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <li className={styles['row']} data-removed>
      <span>{m.views.removed(view.name)}</span>
      <Button ref={button} tone="quiet" icon={<IconArrowBackUp size="1.2em" aria-hidden="true" />} onClick={onRestore}>
        {m.views.undo}
      </Button>
    </li>
  );
}
