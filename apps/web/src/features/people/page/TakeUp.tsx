import { useState } from 'react';
import { graphql, readFragment, type FragmentOf } from '../../../shared/graphql/graphql.ts';
import { Button } from '../../../shared/ui/Button.tsx';
import { makeKey } from '../../../shared/ui/drafts.ts';
import { Notice } from '../../../shared/ui/Notice.tsx';
import { ChangedFields, FileFields, RefusedFields } from '../candidacy-document.ts';
import { BeginAgainFields } from '../transfer-document.ts';
import { useChange } from '../use-change.ts';
import { usePeopleTexts } from '../use-people-texts.ts';
import styles from './PersonPage.module.css';

/** Whether the way of somebody can be taken up. */
export const TakeUpFields = graphql(`
  fragment TakeUpFields on Person {
    id
    viewerCanTakeUp
    viewerCannotTakeUpBecause
  }
`);

const TakeUpMember = graphql(
  `
    mutation TakeUpMember($input: TakeUpMemberInput!, $language: Language!) {
      change: takeUpMember(input: $input) {
        __typename
        ...ChangedFields
        ...RefusedFields
        ... on CandidacyChanged {
          candidacy { person { id candidacy { ...FileFields ...BeginAgainFields } } }
        }
        ... on CandidacyRefused {
          current { person { id candidacy { ...FileFields ...BeginAgainFields } } }
        }
      }
    }
  `,
  [ChangedFields, RefusedFields, FileFields, BeginAgainFields],
);

interface TakeUpProps {
  readonly person: FragmentOf<typeof TakeUpFields>;
  readonly onTakenUp: () => void;
}

/** What stands in the place of a way that is not on record: for a member it can be taken up, or why it cannot. */
export function TakeUp({ person, onTakenUp }: TakeUpProps) {
  const { t, words } = usePeopleTexts();
  const { id, viewerCanTakeUp, viewerCannotTakeUpBecause } = readFragment(TakeUpFields, person);
  const [idempotencyKey] = useState(makeKey);
  const { send, isBusy, failure } = useChange(TakeUpMember, []);
  const take = () => void send({ person: id, idempotencyKey }, onTakenUp);
  return (
    <>
      <Notice
        action={
          viewerCanTakeUp ? (
            <Button tone="primary" aria-disabled={isBusy || undefined} onClick={take}>
              {isBusy ? t.page.takingUp : t.page.takeUp}
            </Button>
          ) : undefined
        }
      >
        {t.page.noWay} <span className={styles['screen']}>{viewerCannotTakeUpBecause === null ? t.page.takeUpHint : words.refusals[viewerCannotTakeUpBecause]}</span>
      </Notice>
      {failure === null ? null : (
        <Notice tone="danger" action={<Button onClick={take}>{t.failed.retry}</Button>}>
          {failure}
        </Notice>
      )}
    </>
  );
}
