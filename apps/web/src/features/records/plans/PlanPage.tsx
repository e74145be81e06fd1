import { IconChevronLeft, IconChevronRight, IconPlus } from '@tabler/icons-react';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from '../../../shared/ui/Button.tsx';
import { pageStyles, useFocusBack } from '../../candidacies/index.ts';
import { RecordHead, useRecordPage, type KnownPage } from '../RecordPage.tsx';
import styles from '../Records.module.css';
import { useRecordTexts } from '../use-record-texts.ts';
import { planYear, type PlanSearch } from './plan-search.ts';
import { PlanView } from './PlanView.tsx';

const route = getRouteApi('/ke-hoach');

/** What a unit sets out to do in a year, what was handed down to it, and how far the units below are. */
export function PlanPage() {
  const search = route.useSearch();
  const { t } = useRecordTexts();
  const page = useRecordPage({ code: search['don-vi'], title: t.plans.title, page: '/ke-hoach' });
  useFocusBack(search.viec !== undefined);
  return 'instead' in page ? page.instead : <Known page={page} search={search} />;
}

function Known({ page, search }: { readonly page: KnownPage; readonly search: PlanSearch }) {
  const navigate = route.useNavigate();
  const { t } = useRecordTexts();
  const { unit, today, keeps } = page;
  const year = planYear(search.nam, today);
  const change = (patch: PlanSearch) => void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, ...patch }), resetScroll: false });
  return (
    <div className={pageStyles['page']} aria-busy={page.busy}>
      <RecordHead page={{ ...page, title: t.plans.of(String(year)) }} unknownKeys={search.unknownKeys} onUnit={(code) => change({ 'don-vi': code })} action={null} />
      <nav className={styles['years']} aria-label={t.plans.years}>
        {[year - 1, year + 1].map((other) => (
          <Link key={other} to="/ke-hoach" search={(previous) => ({ ...previous, viec: undefined, nam: String(other) })} resetScroll={false} replace>
            {other < year ? <IconChevronLeft size="1.1em" aria-hidden="true" /> : null}
            {t.plans.year(String(other))}
            {other > year ? <IconChevronRight size="1.1em" aria-hidden="true" /> : null}
          </Link>
        ))}
      </nav>
      <PlanView
        key={`${unit.id} ${year}`}
        unit={unit}
        year={year}
        today={today}
        keeps={keeps}
        opened={search.viec}
        onOpen={(viec) => change({ viec })}
        adding={
          <Button tone="primary" icon={<IconPlus size="1.2em" aria-hidden="true" />} onClick={() => change({ viec: 'moi' })}>
            {t.plans.add}
          </Button>
        }
      />
    </div>
  );
}
