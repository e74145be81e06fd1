import type { TargetKind } from '@banyan/schema/targets';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Dialog } from '../../../shared/ui/Dialog.tsx';
import { useTargetTexts } from '../use-target-texts.ts';
import styles from './Editor.module.css';
import type { PastedLine } from './worksheet.ts';

interface PasteDialogProps {
  readonly lines: readonly PastedLine[];
  readonly kind: TargetKind;
  readonly onPaste: () => void;
  readonly onClose: () => void;
}

/** Shows where each pasted line goes before anything is changed, and which ones are wrong. */
export function PasteDialog({ lines, onPaste, onClose }: PasteDialogProps) {
  const { f } = usePrinting();
  const { t, words: printed } = useTargetTexts();
  const e = t.editor;
  const words = { UPSIDE_DOWN: printed.refusals.RANGE_UPSIDE_DOWN, UNKNOWN_UNIT: e.pasteUnknown, TOO_MANY: e.pasteTooMany, TWICE: e.pasteTwice, ...t.amountProblems };
  const wrong = lines.filter(({ problem }) => problem !== null).length;
  const going = lines.filter(({ unit, problem }) => unit !== null && problem !== 'TWICE').length;
  return (
    <Dialog title={e.paste} onClose={onClose}>
      <p className={styles['muted']}>{e.pasteHint}</p>
      {wrong === 0 ? null : <p className={styles['problem']}>{e.pasteWrong(f.integer(wrong))}</p>}
      <div className={styles['pasted']}>
        <table>
          <thead>
            <tr>
              <th scope="col">{e.pasteUnit}</th>
              <th scope="col">{e.pasteValue}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ row, unit, problem }, index) => (
              <tr key={index} data-wrong={problem === null ? undefined : true}>
                <td>{unit?.name ?? row.label ?? '—'}</td>
                <td>
                  {row.cells.join(' – ')} {problem === null ? null : <span className={styles['problem']}>{words[problem]}</span>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={styles['buttons']}>
        <Button tone="primary" onClick={onPaste}>
          {e.pasteInto(f.integer(going))}
        </Button>
        <Button onClick={onClose}>{t.cancel}</Button>
      </div>
    </Dialog>
  );
}
