import { useQuery } from 'urql';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../../shared/ui/Card.tsx';
import { Message } from '../../../shared/ui/Notice.tsx';
import { Pages, useTurnedPages } from '../../../shared/ui/Pages.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { RowSkeleton } from '../../unit-tree/index.ts';
import { NextLimitQuery } from '../candidacy-documents.ts';
import { useCandidacyTexts } from '../use-candidacy-texts.ts';
import { AdmissionRow, AdmissionsQuery } from './admission-documents.ts';
import styles from './Admissions.module.css';
import { CandidacyDownload } from '../pipeline/CandidacyDownload.tsx';
import { AdmissionTable } from './AdmissionTable.tsx';
import { admissionStages, filterOf, orderOf, type AdmissionTab } from './admission-tabs.ts';
import { weeksAhead } from '../weeks/weeks.ts';
import { ChoiceBar } from '../many/ChoiceBar.tsx';
import { toggled, type Chosen } from '../many/chosen.ts';

interface AdmissionListProps {
  readonly tab: AdmissionTab;
  readonly under: string | null;
  readonly unitCode: string;
  /** Words of names. */
  readonly search: string | undefined;
  readonly today: string;
  readonly chosen: readonly Chosen[];
  readonly onChosen: (chosen: readonly Chosen[]) => void;
  /** Opens what records the step of those who are chosen. */
  readonly onRecord: () => void;
  readonly onOpen: (candidacy: string) => void;
}

const recognisable = ['RECOGNITION_PROPOSED', 'RECOGNITION_SUBMITTED'] as const;

/** The people of one part, a page at a time. */
export function AdmissionList({ tab, under, unitCode, search, today, chosen, onChosen, onRecord, onOpen }: AdmissionListProps) {
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  const pages = useTurnedPages();
  const text = search?.trim() ?? '';
  const filter = { under, ...filterOf(tab, today), ...(text === '' ? {} : { search: text }) };
  const [{ data, error, fetching }, execute] = useQuery({ query: AdmissionsQuery, variables: { filter, orderBy: orderOf(tab), after: pages.after } });
  if (error !== undefined && data === undefined) return <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />;
  if (data === undefined) return <RowSkeleton />;
  const { nodes, totalCount } = data.candidacies;
  if (totalCount === 0 && text !== '') return <Message title={t.pipeline.nobodyFound} />;
  if (totalCount === 0) return <Nobody tab={tab} under={under} today={today} />;
  return (
    <Card title={t.admissions.tab[tab]} tools={<CandidacyDownload filter={filter} orderBy={orderOf(tab)} unitCode={unitCode} list={{ file: tab, title: t.admissions.tab[tab] }} />}>
      {tab === 'du-bi' ? (
        <p className={styles['lead']}>{t.admissions.probationLead(f.integer(weeksAhead))}</p>
      ) : null}
      <ChoiceBar filter={filter} states={tab === 'du-bi' ? recognisable : []} chosen={chosen} onChosen={onChosen} onRecord={onRecord} />
      <Pages pages={pages} page={data.candidacies} fetching={fetching} said={t.pipeline.shown}>
        <AdmissionTable
          tab={tab}
          rows={nodes.map((node) => readFragment(AdmissionRow, node))}
          chosen={chosen}
          onToggle={(one) => onChosen(toggled(chosen, one))}
          onOpen={onOpen}
        />
      </Pages>
    </Card>
  );
}

/** Nobody is there: when the next limit runs out. */
function Nobody({ tab, under, today }: Pick<AdmissionListProps, 'tab' | 'under' | 'today'>) {
  const { f } = usePrinting();
  const { t } = useCandidacyTexts();
  const [{ data }] = useQuery({ query: NextLimitQuery, variables: { filter: { under, stages: [...admissionStages], dueFrom: today } }, pause: tab === 'cong-nhan' });
  const dueOn = data?.candidacies.nodes[0]?.deadline?.dueOn;
  return <Message title={t.admissions.empty[tab]}>{dueOn === undefined ? null : t.admissions.next(f.date(dueOn))}</Message>;
}
