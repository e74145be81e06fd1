import { createLazyFileRoute } from '@tanstack/react-router';
import { ListWalk } from '../../features/candidacies/walk/ListWalk.tsx';
import { PersonPage } from '../../features/people/page/PersonPage.tsx';
import { BeginAgainAct, TransferAct, TransferCard } from '../../features/transfers/index.ts';

export const Route = createLazyFileRoute('/nguoi/$id')({
  component: () => (
    <PersonPage
      walk={<ListWalk />}
      acts={(person, viewer) => (
        <>
          <TransferAct person={person} {...viewer} />
          <BeginAgainAct candidacy={person.candidacy} {...viewer} />
        </>
      )}
      cards={(person, viewer) => <TransferCard person={person} {...viewer} />}
    />
  ),
});
