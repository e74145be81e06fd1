import type { ReactNode } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { UnitSelect, useWorkUnit, WorkHead, WorkSkeleton } from '../candidacies/index.ts';
import { Breadcrumb, UnitNotFound } from '../organisation/index.ts';
import { PageFailure, PrintButton } from '../scope/index.ts';
import { SavedViewsMenu } from '../views/index.ts';

/** The pages of what units keep. */
export type RecordPath = '/van-ban' | '/ke-hoach' | '/vuong-mac';

interface Asked {
  readonly code: string | undefined;
  readonly title: string;
  readonly page: RecordPath;
}

/** The unit that such a page shows, and what its viewer may do there; or what is shown instead while it is not known, or not there. */
export function useRecordPage({ code, title, page }: Asked) {
  const { shown, choice, ownUnitId, busy, error, outdated, retry } = useWorkUnit(code);
  if (error !== undefined) return { instead: <PageFailure title={title} error={error} onRetry={retry} /> };
  if (choice === null || shown === undefined) return { instead: <WorkSkeleton /> };
  if (shown === null) return { instead: <UnitNotFound page={page} /> };
  const { unit } = shown;
  const { today, role } = choice.hint;
  const isOwn = unit.id === (ownUnitId ?? unit.id);
  return { unit, title, page, today, busy, outdated, retry, ownUnitId: ownUnitId ?? unit.id, isOwn, keeps: role === 'STAFF' || role === 'SECRETARY', supervises: role === 'STAFF' || role === 'BOARD' };
}

/** What such a page knows once its unit is there. */
export type KnownPage = Exclude<ReturnType<typeof useRecordPage>, { readonly instead: ReactNode }>;

interface RecordHeadProps {
  readonly page: KnownPage;
  readonly unknownKeys: readonly string[] | undefined;
  readonly onUnit: (code: string) => void;
  /** The first thing to do on the page. */
  readonly action: ReactNode;
}

/** The head of such a page: what it is, of which unit, and what can be done. */
export function RecordHead({ page, unknownKeys, onUnit, action }: RecordHeadProps) {
  const { m } = usePrinting();
  const { unit, title, today, busy, outdated, retry, ownUnitId } = page;
  return (
    <>
      <WorkHead
        title={title}
        unit={unit.name}
        today={today}
        unknownKeys={unknownKeys}
        breadcrumb={<Breadcrumb unit={unit} ownUnitId={ownUnitId} page={page.page} />}
        tools={
          <>
            <PrintButton busy={busy} />
            <SavedViewsMenu suggestion={`${title}, ${unit.name}`} />
            <UnitSelect unit={unit} onUnit={onUnit} />
            {action}
          </>
        }
      />
      {outdated ? (
        <Notice tone="warning" action={<Button onClick={retry}>{m.common.retry}</Button>}>
          {m.states.outdated}
        </Notice>
      ) : null}
    </>
  );
}
