import { useQuery } from 'urql';
import { answerTo } from '../../shared/graphql/answer-to.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { readUnitRow, RowSkeleton, UnitTable } from '../unit-tree/index.ts';
import type { ScopeChoice } from '../../shared/period/scope-choice.ts';
import type { ScopeQuestion } from '../scope/index.ts';
import { UnitChildrenQuery } from './unit-document.ts';
import styles from './Tabs.module.css';
import { useChildrenYears } from './use-children-years.ts';
import type { UnitPageData } from './use-unit-page.ts';

/** The units directly below with their figures. */
export function ChildrenTab({ unit, choice, question }: { unit: UnitPageData; choice: ScopeChoice; question: ScopeQuestion }) {
  const { m, f, language } = usePrinting();
  const variables = { unit: unit.id, language, ...question };
  const [state, execute] = useQuery({ query: UnitChildrenQuery, variables });
  const { error } = state;
  const children = answerTo(state, variables)?.unit?.children;
  const years = useChildrenYears(unit.id, choice, { question, wanted: children !== undefined && children.nodes.length > 0 });
  return (
    <Card
      title={
        <>
          {m.children.title} {children === undefined ? null : <span className={styles['count']}>{f.integer(children.totalCount)}</span>}
        </>
      }
    >
      {error !== undefined ? (
        <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      ) : children === undefined ? (
        <RowSkeleton />
      ) : children.nodes.length === 0 ? (
        <Message title={m.children.leaf} />
      ) : (
        <UnitTable label={m.children.title} rows={children.nodes.map(readUnitRow)} years={years} />
      )}
    </Card>
  );
}
