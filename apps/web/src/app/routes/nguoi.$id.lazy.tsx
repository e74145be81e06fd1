import { createLazyFileRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { PersonPage } from '../../features/people/page/PersonPage.tsx';
import { loadPatiently } from '../../shared/ui/load-patiently.ts';

// What stands beside the person comes after the page.
const ListWalk = lazy(async () => ({ default: (await loadPatiently(async () => await import('../../features/candidacies/walk/ListWalk.tsx'))).ListWalk }));
const TransferAct = lazy(async () => ({ default: (await loadPatiently(async () => await import('../../features/transfers/person/TransferAct.tsx'))).TransferAct }));
const BeginAgainAct = lazy(async () => ({ default: (await loadPatiently(async () => await import('../../features/transfers/person/BeginAgainAct.tsx'))).BeginAgainAct }));
const TransferCard = lazy(async () => ({ default: (await loadPatiently(async () => await import('../../features/transfers/person/TransferCard.tsx'))).TransferCard }));

export const Route = createLazyFileRoute('/nguoi/$id')({
  component: () => (
    <PersonPage
      walk={
        <Suspense>
          <ListWalk />
        </Suspense>
      }
      acts={(person, viewer) => (
        <Suspense>
          <TransferAct person={person} {...viewer} />
          <BeginAgainAct candidacy={person.candidacy} {...viewer} />
        </Suspense>
      )}
      cards={(person, viewer) => (
        <Suspense>
          <TransferCard person={person} {...viewer} />
        </Suspense>
      )}
    />
  ),
});
