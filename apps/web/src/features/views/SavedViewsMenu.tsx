import { IconBookmarks } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Dropdown } from '../../shared/ui/Dropdown.tsx';
import { loadPatiently } from '../../shared/ui/load-patiently.ts';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import type { Draft } from './SaveViewForm.tsx';
import type { SavedView } from './views-document.ts';

const load = async () => await import('./SavedViewsPanel.tsx');
const SavedViewsPanel = lazy(async () => ({ default: (await loadPatiently(load)).SavedViewsPanel }));

/** How long what was deleted can be taken back. */
const undoMilliseconds = 8_000;

/** The views that one keeps: opens one, saves the present page, deletes. What it holds comes when it is wanted. */
export function SavedViewsMenu({ suggestion }: { suggestion: string }) {
  const { m } = usePrinting();
  const [opened, setOpened] = useState(false);
  // Here and not in the panel, so that closing it takes nobody's way back.
  const [removed, setRemoved] = useState<readonly SavedView[]>([]);
  // As is what was typed and not saved yet.
  const [draft, setDraft] = useState<Draft | null>(null);
  const forget = (view: SavedView) => setRemoved((views) => views.filter(({ id }) => id !== view.id));
  const remember = (view: SavedView) => {
    setRemoved((views) => [...views, view]);
    setTimeout(() => forget(view), undoMilliseconds);
  };
  return (
    <Dropdown
      opened={opened}
      onChange={setOpened}
      title={m.views.title}
      width="25rem"
      target={
        <Button
          tone="quiet"
          icon={<IconBookmarks size="1.25em" stroke={1.7} aria-hidden="true" />}
          aria-expanded={opened}
          onPointerEnter={() => void load()}
          onClick={() => setOpened(!opened)}
        >
          {m.views.title}
        </Button>
      }
    >
      <Suspense fallback={<Skeleton height="9rem" />}>
        <SavedViewsPanel suggestion={suggestion} draft={draft} onDraft={setDraft} removed={removed} onRemoved={remember} onRestored={forget} onClose={() => setOpened(false)} />
      </Suspense>
    </Dropdown>
  );
}
