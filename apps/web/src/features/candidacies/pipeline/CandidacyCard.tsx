import { readFragment } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { DeadlineText, StateChip } from '../../people/index.ts';
import { CellName } from '../CellName.tsx';
import { CandidacyRow } from '../candidacy-documents.ts';
import { PersonLink } from '../PersonLink.tsx';
import { SpokenName } from '../SpokenName.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import { stageSlugs } from './stage-choice.ts';
import styles from './Board.module.css';
import { helpersOf, type PipelineRowData } from './PipelineTable.tsx';

/** One candidate on the board. */
export function CandidacyCard({ row, onOpen }: { row: PipelineRowData; onOpen: (candidacy: string) => void }) {
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  const candidacy = readFragment(CandidacyRow, row);
  const helpers = helpersOf(row);
  return (
    <article className={styles['card']} data-late={candidacy.deadline?.isOverdue || undefined}>
      <h3>
        <PersonLink id={candidacy.person.id} name={candidacy.person.fullName} list={{ ds: 'nguon', buoc: stageSlugs[candidacy.stage], xep: 'han' }} />
      </h3>
      <p className={styles['unit']}>
        <CellName unit={candidacy.unit} />
      </p>
      <p>
        <StateChip candidacy={candidacy} />
      </p>
      {candidacy.deadline === null ? null : (
        <p>
          <DeadlineText deadline={candidacy.deadline} withKind />
        </p>
      )}
      <p className={styles['details']}>
        <span>{t.pipeline.papersOf(f.integer(row.papersThere), f.integer(row.papersNeeded))}</span>
        <span>
          {helpers === '' ? (
            t.pipeline.noHelper
          ) : (
            <>
              {t.pipeline.helpers}: <ProperName>{helpers}</ProperName>
            </>
          )}
        </span>
        {row.certificateUsableUntil === null ? null : <span>{t.pipeline.usableUntil(f.date(row.certificateUsableUntil))}</span>}
      </p>
      <Button onClick={() => onOpen(row.id)}>
        <span>
          {t.pipeline.step}
          <SpokenName name={candidacy.person.fullName} />
        </span>
      </Button>
    </article>
  );
}
