import type { Role } from '@banyan/schema/enums';
import { useQuery } from 'urql';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { seesSumsAlone } from '../../shared/period/sums-alone.ts';
import { Card } from '../../shared/ui/Card.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { TargetListFields, UnitTargetsQuery } from './target-documents.ts';
import { TargetTable } from './TargetTable.tsx';
import { useTargetTexts } from './use-target-texts.ts';

/** All that a unit was ever asked for, the latest period first, with the versions of each target. */
export function UnitTargetsTab({ unit, code, role }: { readonly unit: string; readonly code: string; readonly role: Role }) {
  const { t } = useTargetTexts();
  const [{ data, error }, execute] = useQuery({ query: UnitTargetsQuery, variables: { unit, sumsAlone: seesSumsAlone(role) } });
  const retry = () => execute({ requestPolicy: 'network-only' });
  if (error !== undefined) return <QueryFailure error={error} onRetry={retry} />;
  if (data === undefined) return <Skeleton height="16rem" />;
  const targets = (data.unit?.targets ?? []).map((target) => readFragment(TargetListFields, target));
  return (
    <Card title={t.title}>
      {targets.length === 0 ? <Message title={t.none}>{t.noneBody}</Message> : <TargetTable targets={targets} code={code} withPeriod onChanged={retry} />}
    </Card>
  );
}
