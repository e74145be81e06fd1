import { readFragment, type ResultOf } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { DeadlineText, StateChip } from '../../people/index.ts';
import { CellName } from '../CellName.tsx';
import { CandidacyRow } from '../candidacy-documents.ts';
import { choosable, type Chosen } from '../many/chosen.ts';
import { Tick } from '../many/Tick.tsx';
import { PersonLink } from '../PersonLink.tsx';
import { SpokenName } from '../SpokenName.tsx';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import styles from '../WorkTable.module.css';
import type { PipelineRow } from './pipeline-documents.ts';

export type PipelineRowData = ResultOf<typeof PipelineRow>;

/** The names of those who help. */
export function helpersOf({ participants }: Pick<PipelineRowData, 'participants'>): string {
  return participants
    .filter(({ kind }) => kind === 'HELPER')
    .map(({ name }) => name)
    .join(', ');
}

interface PipelineTableProps {
  readonly rows: readonly PipelineRowData[];
  readonly chosen: readonly Chosen[];
  readonly onToggle: (one: Chosen) => void;
  readonly onOpen: (candidacy: string) => void;
}

/** Candidates with where they stand, what is due, their papers and their helpers. */
export function PipelineTable({ rows, chosen, onToggle, onOpen }: PipelineTableProps) {
  const { m, f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  const ticks = rows.some((row) => choosable(readFragment(CandidacyRow, row)) !== null);
  return (
    <table className={styles['table']} aria-label={t.pipeline.listTitle} data-kind="candidates">
      <thead>
        <tr>
          {ticks ? <td className={styles['tick']} /> : null}
          <th scope="col">{t.todo.person}</th>
          <th scope="col" className={styles['state']}>{t.pipeline.state}</th>
          <th scope="col" className={styles['until']}>{t.pipeline.until}</th>
          <th scope="col" className={styles['narrow']}>{t.pipeline.papers}</th>
          <th scope="col">{t.pipeline.helpers}</th>
          <th scope="col">{t.pipeline.certificate}</th>
          <th scope="col" className={styles['act']}>{t.todo.act}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const candidacy = readFragment(CandidacyRow, row);
          const helpers = helpersOf(row);
          return (
            <tr key={row.id} data-chosen={chosen.some(({ id }) => id === row.id) || undefined}>
              {ticks ? <Tick one={choosable(candidacy)} chosen={chosen} onToggle={onToggle} /> : null}
              <th scope="row">
                <PersonLink id={candidacy.person.id} name={candidacy.person.fullName} list={{ ds: 'nguon' }} />
                <span className={styles['small']}>
                  <CellName unit={candidacy.unit} />
                </span>
              </th>
              <td data-label={t.pipeline.state}>
                <StateChip candidacy={candidacy} />
              </td>
              <td data-label={t.pipeline.until}>
                {candidacy.deadline === null ? (
                  m.common.none
                ) : (
                  <>
                    <DeadlineText deadline={candidacy.deadline} />
                    <span className={styles['small']}>{words.deadlines[candidacy.deadline.kind]}</span>
                  </>
                )}
              </td>
              <td data-label={t.pipeline.papers} className={styles['number']}>
                {f.integer(row.papersThere)}/{f.integer(row.papersNeeded)}
              </td>
              <td data-label={t.pipeline.helpers} className={styles['name']}>{helpers === '' ? m.common.none : <ProperName>{helpers}</ProperName>}</td>
              <td data-label={t.pipeline.certificate}>{row.certificateUsableUntil === null ? m.common.none : f.date(row.certificateUsableUntil)}</td>
              <td className={`${styles['act']} ${styles['narrow']}`}>
                <Button onClick={() => onOpen(row.id)}>
                  <span>
                    {t.pipeline.step}
                    <SpokenName name={candidacy.person.fullName} />
                  </span>
                </Button>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
