import { getRouteApi, Link } from '@tanstack/react-router';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { Card } from '../../shared/ui/Card.tsx';
import { SearchBox } from '../../shared/ui/SearchBox.tsx';
import { TabBar } from '../../shared/ui/TabBar.tsx';
import { usePhone } from '../../shared/ui/use-phone.ts';
import { UnitLink, UnitNotFound } from '../organisation/index.ts';
import { PageFailure, PrintButton, ScopeHead, type ScopeQuestion } from '../scope/index.ts';
import { DrillList } from './DrillList.tsx';
import { IcicleView } from './IcicleView.tsx';
import { ListView } from './ListView.tsx';
import { TreeSkeleton } from './TreeSkeleton.tsx';
import { readTreeView, treeViews, type TreeSearch, type TreeView as View } from './tree-search.ts';
import { TreeView } from './TreeView.tsx';
import styles from './UnitTreePage.module.css';
import { readUnitRow } from './unit-row.ts';
import { useTreeRoot, type TreeRootData } from './use-tree-root.ts';

const route = getRouteApi('/to-chuc');

/** The organisation below one unit: as a tree, as a picture of the whole, and as a list. */
export function UnitTreePage() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { m } = usePrinting();
  const u = useUnitTexts();
  const { choice, shown, ownUnitId, busy, error, outdated, retry } = useTreeRoot(search);
  const change = (patch: TreeSearch, replace = false) =>
    void navigate({ search: (previous) => ({ ...previous, unknownKeys: undefined, ...patch }), replace, resetScroll: false });
  if (error !== undefined) return <PageFailure title={m.navigation.organisation} error={error} onRetry={retry} />;
  if (choice === null || shown === undefined) return <TreeSkeleton />;
  if (shown === null) return <UnitNotFound page="/to-chuc" />;
  const { unit, question } = shown;
  return (
    <div className={styles['page']} data-view={readTreeView(search.xem)} aria-busy={busy}>
      <ScopeHead
        unit={unit}
        choice={choice}
        ownUnitId={ownUnitId ?? unit.id}
        page="/to-chuc"
        title={u.tree.title(unit.name)}
        counted={unit.rollup.period}
        unknownKeys={search.unknownKeys}
        onUpdate={outdated ? retry : undefined}
        onScope={change}
        tools={
          <>
            <UnitLink page="/don-vi/$code" code={unit.code} className={styles['open']}>
              {u.tree.openUnit}
            </UnitLink>
            <PrintButton busy={busy} />
          </>
        }
      />
      <TabBar label={u.tree.views}>
        {treeViews.map((view, index) => (
          <li key={view}>
            <Link to="/to-chuc" search={(previous) => ({ ...previous, xem: index === 0 ? undefined : view })} activeOptions={{ exact: true, includeSearch: true }}>
              {u.tree.view[view]}
            </Link>
          </li>
        ))}
      </TabBar>
      <Content view={readTreeView(search.xem)} unit={unit} ownUnitId={ownUnitId ?? unit.id} question={question} search={search} onSearch={change} />
    </div>
  );
}

interface ContentProps {
  readonly view: View;
  readonly unit: TreeRootData;
  readonly ownUnitId: string;
  readonly question: ScopeQuestion;
  readonly search: TreeSearch;
  readonly onSearch: (patch: TreeSearch, replace?: boolean) => void;
}

function Content({ view, unit, ownUnitId, question, search, onSearch }: ContentProps) {
  const { m, language } = usePrinting();
  const u = useUnitTexts();
  const phone = usePhone();
  const text = search.tim?.trim() ?? '';
  const box = <SearchBox key={unit.id} label={u.tree.search} hint={m.children.filterHint} value={text} onChange={(tim) => onSearch({ tim }, true)} />;
  if (view === 'toan-canh') return <IcicleView unit={unit} ownUnitId={ownUnitId} question={question} />;
  if (view === 'danh-sach') {
    return (
      <Card key={unit.id} title={u.tree.listTitle}>
        <ListView unitId={unit.id} question={question} text={text} box={box} search={search} onSearch={onSearch} />
      </Card>
    );
  }
  const key = `${unit.id} ${question.period} ${question.asOf} ${language}`;
  if (!phone) return <TreeView key={key} root={readUnitRow(unit)} question={question} search={text} box={box} onClear={() => onSearch({ tim: undefined }, true)} />;
  return (
    <Card title={u.tree.treeTitle}>
      {box}
      <DrillList key={key} unit={unit} question={question} text={text} />
    </Card>
  );
}
