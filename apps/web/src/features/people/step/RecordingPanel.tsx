import { useQuery } from 'urql';
import { IconUserOff } from '@tabler/icons-react';
import { readFragment } from '../../../shared/graphql/graphql.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Message } from '../../../shared/ui/Notice.tsx';
import { ProperName } from '../../../shared/ui/ProperName.tsx';
import { QueryFailure } from '../../../shared/ui/QueryFailure.tsx';
import { SidePanel } from '../../../shared/ui/SidePanel.tsx';
import { Skeleton } from '../../../shared/ui/Skeleton.tsx';
import { StepFields, StepQuery } from '../candidacy-document.ts';
import type { StepPanelProps } from '../StepPanel.tsx';
import { usePeopleTexts } from '../use-people-texts.ts';
import { Recording } from './Recording.tsx';

/** One candidacy and the step that is to be recorded of it. */
export function RecordingPanel({ candidacy, step, onClose }: StepPanelProps) {
  const { m, f } = usePrinting();
  const { t } = usePeopleTexts();
  const [{ data, error, fetching, stale }, ask] = useQuery({ query: StepQuery, variables: { candidacy } });
  const file = readFragment(StepFields, data?.candidacy);
  const again = () => ask({ requestPolicy: 'network-only' });
  const isKnown = file !== null && file !== undefined && data?.viewer != null;
  return (
    <SidePanel
      onClose={onClose}
      title={isKnown ? <ProperName>{file.person.fullName}</ProperName> : t.step.title}
      lead={
        isKnown ? (
          <>
            {t.step.born(f.date(file.person.birthDate))} · <ProperName>{file.unit.name}</ProperName>
          </>
        ) : undefined
      }
    >
      {isKnown && data.viewer ? (
        <Recording key={candidacy} file={file} today={data.viewer.today} step={step} onClose={onClose} />
      ) : error !== undefined ? (
        <QueryFailure error={error} onRetry={again} />
      ) : data === undefined || fetching || stale ? (
        <div role="status" aria-label={m.common.loading}>
          <Skeleton height="14rem" />
        </div>
      ) : (
        <Message title={t.step.notFound} icon={<IconUserOff size="2rem" stroke={1.5} aria-hidden="true" />} />
      )}
    </SidePanel>
  );
}
