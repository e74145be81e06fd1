import { Button } from '../../shared/ui/Button.tsx';
import { awaitedOf } from './awaited.ts';
import type { CandidacyRowData } from './candidacy-documents.ts';
import { SpokenName } from './SpokenName.tsx';
import { useCandidacyTexts } from './use-candidacy-texts.ts';
import styles from './WorkTable.module.css';

interface ActCellProps {
  readonly row: CandidacyRowData;
  /** Whether it is the one button that the eye should find. */
  readonly primary?: boolean;
  readonly onOpen: (candidacy: string) => void;
}

/**
 * The one button that does what is awaited, or why the viewer cannot. Where several answers are possible and none is awaited, it leads to the
 * choice. What a role never does is not told row by row: a table in which nobody may do anything has no such column.
 */
export function ActCell({ row, primary = false, onOpen }: ActCellProps) {
  const { t, words } = useCandidacyTexts();
  const awaited = awaitedOf(row);
  const tone = primary ? 'primary' : 'outline';
  const act = (label: string) => (
    <Button tone={tone} onClick={() => onOpen(row.id)}>
      <span>
        {label}
        <SpokenName name={row.person.fullName} />
      </span>
    </Button>
  );
  if (awaited === undefined) return row.steps.some(({ viewerCan }) => viewerCan) ? act(t.pipeline.step) : null;
  if (awaited.viewerCan) return act(words.actions[awaited.step]);
  return awaited.viewerCannotBecause === null || awaited.viewerCannotBecause === 'FORBIDDEN_FOR_ROLE' ? null : <span className={styles['small']}>{words.refusals[awaited.viewerCannotBecause]}</span>;
}
