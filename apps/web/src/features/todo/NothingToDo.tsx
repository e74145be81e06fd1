import { IconChecklist } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { NextLimitQuery, useCandidacyTexts } from '../candidacies/index.ts';

/** Nothing is due: what comes next, and when. */
export function NothingToDo({ today }: { today: string }) {
  const { f } = usePrinting();
  const { t, words } = useCandidacyTexts();
  const [{ data }] = useQuery({ query: NextLimitQuery, variables: { filter: { dueFrom: today } } });
  const next = data?.candidacies.nodes[0];
  return (
    <Message
      title={t.todo.emptyTitle}
      icon={<IconChecklist size="2.2rem" stroke={1.5} aria-hidden="true" />}
      action={
        <Link to="/nguon" search={{}}>
          {t.todo.toSources}
        </Link>
      }
    >
      {data === undefined ? null : next?.deadline ? t.todo.next(f.date(next.deadline.dueOn), words.deadlines[next.deadline.kind], next.person.fullName) : t.todo.nothingNext}
    </Message>
  );
}
