import { TableDownload } from '../../../shared/download/TableDownload.tsx';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import type { PlanItemData } from '../record-fields.ts';
import { useRecordTexts } from '../use-record-texts.ts';
import { periodName } from './plan-search.ts';
import { useTargetNames } from './use-target-names.ts';

interface PlanDownloadProps {
  readonly fileName: string;
  readonly items: readonly PlanItemData[];
}

/** The items of a plan as a file, each with the target that it works towards; none that was taken back. */
export function PlanDownload({ fileName, items }: PlanDownloadProps) {
  const { f } = usePrinting();
  const { t } = useRecordTexts();
  const tell = useTargetNames();
  const named = (target: PlanItemData['target']) => {
    if (target === null) return null;
    const { name, amount } = tell(target);
    return `${name}: ${amount}`;
  };
  const rows = () =>
    Promise.resolve([
      [...t.plans.columns],
      ...items
        .filter(({ takenBackReason }) => takenBackReason === null)
        .map((item) => [periodName(item.period, t.plans), f.date(item.dueOn), item.title, item.responsible, named(item.target), item.doneOn === null ? null : f.date(item.doneOn), item.isOverdue ? t.common.yes : null, item.checks[0]?.note ?? null]),
    ]);
  return <TableDownload fileName={fileName} sheet={t.plans.items} rows={rows} />;
}
