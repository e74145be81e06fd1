import { isRate } from '@banyan/schema/targets';
import { useState } from 'react';
import { foldName } from '../../../shared/format/fold-name.ts';
import { usePrinting } from '../../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../../shared/ui/Button.tsx';
import { Message, Notice } from '../../../shared/ui/Notice.tsx';
import { makeKey } from '../../../shared/ui/drafts.ts';
import { usePaper } from '../../../shared/ui/use-paper.ts';
import { usePhone } from '../../../shared/ui/use-phone.ts';
import { DiscardAllocationDraft, PublishAllocation } from '../target-documents.ts';
import { useTargetChange } from '../use-target-change.ts';
import { useTargetTexts } from '../use-target-texts.ts';
import { readEditorData, wholeOf, type EditorData } from './editor-data.ts';
import styles from './Editor.module.css';
import { EditorTools } from './EditorTools.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { PublishBar, type Paper } from './PublishBar.tsx';
import { SaveState } from './SaveState.tsx';
import { SumBar } from './SumBar.tsx';
import { useAutosave } from './use-autosave.ts';
import { useSuggestion } from './use-suggestion.ts';
import { useUndoKeys } from './use-undo-keys.ts';
import { carryOn, inForce, useWorksheet } from './use-worksheet.ts';
import { applyPasted, balanceOf, blockedBy, matchPasted, readRow, type PastedLine } from './worksheet.ts';
import { WorksheetCards } from './WorksheetCards.tsx';
import { WorksheetTable } from './WorksheetTable.tsx';

interface CascadeEditorProps {
  /** The target as it is known now; what is typed stands on what it was when the editor opened. */
  readonly data: EditorData;
  readonly today: string;
  /** It was published: `count` units have a further version. */
  readonly onPublished: (count: number) => void;
  /** Asks for the target as it is now. */
  readonly onRefresh: () => Promise<EditorData | null>;
  /** Begins anew with what is kept now. */
  readonly onReload: () => void;
}

/** Divides a target over the units below: suggestions, a worksheet to type and paste into, its sum always in sight, and the decision that it becomes. */
export function CascadeEditor({ data: known, today, onPublished, onRefresh, onReload }: CascadeEditorProps) {
  const [data, setData] = useState(known);
  const { f } = usePrinting();
  const { t } = useTargetTexts();
  const e = t.editor;
  const { kind } = data;
  const phone = usePhone();
  const paper = usePaper();
  const work = useWorksheet(data);
  const { sheet } = work;
  const [key, setKey] = useState(makeKey);
  const [typed, setTyped] = useState('');
  const [pasted, setPasted] = useState<readonly PastedLine[] | null>(null);
  const [refusals, setRefusals] = useState<ReadonlyMap<string, string>>(new Map());
  const [isRefused, setRefused] = useState(false);
  const isOutdated = isRefused || known.number !== data.number || known.allocation?.number !== data.allocation?.number;
  const saving = useAutosave({ target: data.id, kind, sheet, version: data.draft?.version ?? 0, isPaused: isOutdated, onConflict: () => void onRefresh() });
  const publishing = useTargetChange(PublishAllocation, ['issuedOn', 'document', 'documentNumber', 'reason'], ({ code, lines }) => {
    setRefused(code === 'VERSION_CONFLICT');
    setRefusals(new Map(lines.flatMap(({ unit, message }) => (unit ? [[unit.id, message] as const] : []))));
  });
  const discarding = useTargetChange(DiscardAllocationDraft, []);
  const hasPart = (unit: string) => data.worksheet.some((row) => row.unit.id === unit && row.current !== null);
  const whole = wholeOf(data);
  const blocked = blockedBy(sheet, whole, hasPart);
  const balance = balanceOf(sheet, whole);
  const words = foldName(typed).split(/\s+/).filter((word) => word !== '');
  const kinds = new Map(data.worksheet.map(({ unit }) => [unit.id, unit.kind.name]));
  const rows = sheet.rows.filter(({ unit, name, code }) => words.every((word) => foldName(`${name} ${code} ${kinds.get(unit) ?? ''}`).includes(word)));
  const filteredSum = rows.reduce((sum, row) => sum + (readRow(row, kind)?.low ?? 0), 0);

  const suggest = useSuggestion(data, work);
  const publish = (paper: Paper) => {
    const lines = sheet.rows.flatMap((row) => {
      const amount = readRow(row, kind);
      return amount === null ? [] : [{ unit: row.unit, ...amount, note: row.note.trim() === '' ? null : row.note }];
    });
    const reserve = sheet.rule === 'WITH_RESERVE' ? (readRow({ low: sheet.reserve, high: sheet.reserveHigh }, kind) ?? { low: 0, high: null }) : null;
    const input = { target: data.id, expectedVersion: data.number, expectedAllocation: data.allocation?.number ?? 0, sumRule: sheet.rule, reserve, lines, ...paper, idempotencyKey: key };
    setRefusals(new Map());
    void publishing.send(input, ({ target, changes }) => {
      const now = readEditorData(target);
      const sheetNow = inForce(now);
      setKey(makeKey());
      setData(now);
      work.beginWith(sheetNow);
      saving.goOn(0, sheetNow);
      onPublished(changes.length);
    });
  };

  const discard = () =>
    void discarding.send({ target: data.id, expectedVersion: saving.version() }, () => {
      const sheetNow = inForce(data);
      work.beginWith(sheetNow);
      saving.goOn(0, sheetNow);
      onReload();
    });

  const catchUp = async () => {
    const now = await onRefresh();
    if (now === null) return;
    setRefused(false);
    setData(now);
    work.beginWith(carryOn(sheet, data, now));
    saving.goOn(now.draft?.version ?? 0, null);
  };

  const place = useUndoKeys(work);
  if (data.worksheet.length === 0) return <Message title={e.noChildren} />;
  const View = phone && !paper ? WorksheetCards : WorksheetTable;
  return (
    <div className={styles['editor']} ref={place}>
      <SumBar sheet={sheet} whole={whole} />
      <EditorTools data={data} work={work} onSuggest={(way) => void suggest(way)} typed={typed} onTyped={setTyped} />
      {words.length > 0 ? <p className={styles['muted']}>{e.selected(f.integer(rows.length), f.integer(filteredSum))}</p> : null}
      {sheet.rule === 'NOT_BELOW' && balance.holds && balance.difference > 0 && !isRate(kind) ? <Notice tone="warning">{e.overNote(f.integer(balance.difference))}</Notice> : null}
      {isOutdated ? (
        <Notice tone="warning" action={<Button onClick={() => void catchUp()}>{e.reload}</Button>}>
          {e.changed}
        </Notice>
      ) : (
        <SaveState
          saving={saving.saving}
          draft={known.draft}
          onDiscard={saving.version() > 0 ? discard : null}
          onTake={() => onReload()}
          onKeep={(version) => saving.goOn(version, null)}
        />
      )}
      <View data={data} work={work} rows={rows} refusals={refusals} onPasteMany={(text, from) => setPasted(matchPasted(text, sheet.rows, from, kind))} />
      <PublishBar
        today={today}
        isAnew={data.allocation !== null}
        blocked={blocked}
        isBusy={publishing.isBusy}
        failure={isRefused ? null : publishing.failure}
        problems={publishing.problems}
        setProblems={publishing.setProblems}
        onPublish={publish}
      />
      {pasted === null ? null : (
        <PasteDialog
          lines={pasted}
          kind={kind}
          onClose={() => setPasted(null)}
          onPaste={() => {
            work.change({ rows: applyPasted(sheet.rows, pasted, kind) });
            setPasted(null);
          }}
        />
      )}
    </div>
  );
}

