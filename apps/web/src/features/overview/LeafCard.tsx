import type { Measure } from '@banyan/schema/enums';
import { useState } from 'react';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Card } from '../../shared/ui/Card.tsx';
import { Segmented } from '../../shared/ui/Segmented.tsx';
import { EvidenceList } from '../ledger/index.ts';

const lists = ['ADMITTED', 'PROBATIONARY_MEMBERS', 'MEMBERS'] as const satisfies readonly Measure[];
type List = (typeof lists)[number];

/** A unit without units below shows its people in their place. */
export function LeafCard({ unitId, period, asOf }: { unitId: string; period: string; asOf: string | null }) {
  const { m, texts } = usePrinting();
  const [list, setList] = useState<List>('ADMITTED');
  return (
    <Card
      title={m.overview.people}
      tools={
        <Segmented<List>
          label={m.overview.people}
          value={list}
          onChange={setList}
          segments={lists.map((measure) => ({ value: measure, label: texts.measures[measure] }))}
        />
      }
    >
      <EvidenceList key={`${unitId} ${period} ${asOf} ${list}`} target={{ unitId, period, asOf, measure: list }} />
    </Card>
  );
}
