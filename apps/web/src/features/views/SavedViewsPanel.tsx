import { useRouter, useRouterState } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useMutation, useQuery } from 'urql';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { VisuallyHidden } from '../../shared/ui/VisuallyHidden.tsx';
import { offeredViews } from './offered-views.ts';
import styles from './SavedViewsPanel.module.css';
import { SaveViewForm, type Draft } from './SaveViewForm.tsx';
import { RemovedRow, ViewRow } from './ViewRow.tsx';
import { DeleteView, SaveView, ViewsQuery, type SavedView } from './views-document.ts';

interface SavedViewsPanelProps {
  /** A name for the present page. */
  readonly suggestion: string;
  /** A name that was typed and not saved yet. */
  readonly draft: Draft | null;
  readonly onDraft: (draft: Draft | null) => void;
  /** Views that were deleted a moment ago and can be taken back. */
  readonly removed: readonly SavedView[];
  readonly onRemoved: (view: SavedView) => void;
  readonly onRestored: (view: SavedView) => void;
  readonly onClose: () => void;
}

/** The list of views, and the form that adds the present page to it. */
export function SavedViewsPanel({ suggestion, draft, onDraft, removed, onRemoved, onRestored, onClose }: SavedViewsPanelProps) {
  const { m } = usePrinting();
  const router = useRouter();
  const here = useRouterState({ select: ({ location }) => `${location.pathname}${location.searchStr}` });
  const [{ data, error }, reload] = useQuery({ query: ViewsQuery, requestPolicy: 'cache-and-network' });
  const { said, problem, say, remove, restore } = useChanges(onRemoved, onRestored, () => reload({ requestPolicy: 'network-only' }));
  const viewer = data?.viewer;
  const panel = useFocusInside(viewer !== undefined);
  if (!viewer) {
    return error === undefined ? <Skeleton height="9rem" /> : <QueryFailure error={error} onRetry={() => reload({ requestPolicy: 'network-only' })} />;
  }
  const views = offeredViews([...viewer.views, ...removed.filter(({ id }) => viewer.views.every((view) => view.id !== id))]);
  const isRemoved = (view: SavedView) => removed.some(({ id }) => id === view.id);
  const open = (address: string) => {
    onClose();
    void router.navigate({ href: address });
  };
  const present = views.find((view) => view.address === here && !isRemoved(view));
  return (
    <div ref={panel} tabIndex={-1} className={styles['panel']}>
      <VisuallyHidden>
        <p role="status">{said}</p>
      </VisuallyHidden>
      {problem === null ? null : <Notice tone="danger">{problem}</Notice>}
      {views.length === 0 ? (
        <p className={styles['lead']}>{m.views.empty}</p>
      ) : (
        <ul className={styles['list']} aria-label={m.views.list}>
          {views.map((view) =>
            isRemoved(view) ? (
              <RemovedRow key={view.id} view={view} onRestore={() => void restore(view)} />
            ) : (
              <ViewRow key={view.id} view={view} current={view.address === here} onOpen={() => open(view.address)} onRemove={() => void remove(view)} />
            ),
          )}
        </ul>
      )}
      {present === undefined ? (
        <SaveViewForm
          key={here}
          suggestion={suggestion}
          address={here}
          draft={draft}
          onDraft={onDraft}
          onSaved={(name) => {
            onDraft(null);
            say(m.views.saved(name));
          }}
          onSignedOut={() => reload({ requestPolicy: 'network-only' })}
        />
      ) : (
        <p className={styles['present']}>{m.views.isSaved(present.name)}</p>
      )}
    </div>
  );
}

/** Deleting and taking back, and what is to be said of it. */
function useChanges(onRemoved: (view: SavedView) => void, onRestored: (view: SavedView) => void, reload: () => void) {
  const { m, language } = usePrinting();
  const [, deleteView] = useMutation(DeleteView);
  const [, saveView] = useMutation(SaveView);
  const [said, say] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const fail = (message: string | undefined) => {
    setProblem(message ?? m.views.failed);
    reload();
  };
  const remove = async (view: SavedView) => {
    const answer = (await deleteView({ view: view.id, language })).data?.deleteView;
    if (answer?.__typename !== 'DeleteViewSucceeded') return fail(answer?.message);
    setProblem(null);
    onRemoved(view);
    say(m.views.removed(view.name));
  };
  const restore = async (view: SavedView) => {
    const { name, address } = view;
    const answer = (await saveView({ input: { name, address }, language })).data?.saveView;
    if (answer?.__typename !== 'SaveViewSucceeded') return fail(answer?.message);
    setProblem(null);
    onRestored(view);
    say(m.views.restored(name));
  };
  return { said, problem, say, remove, restore };
}

/** Moves the focus into the panel when its content is there, and back into it when the row that had it has gone. */
function useFocusInside(ready: boolean) {
  const panel = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (ready) panel.current?.querySelector<HTMLElement>('a, input')?.focus();
  }, [ready]);
  // At once: a key that is pressed between the row's going and a later effect would be for nobody.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) panel.current?.focus();
  });
  return panel;
}
