import type { SumRule } from '@banyan/schema/targets';
import { useReducer } from 'react';
import type { EditorData } from './editor-data.ts';
import { cellText, type Row, type Worksheet } from './worksheet.ts';

interface History {
  readonly past: readonly Worksheet[];
  readonly present: Worksheet;
  readonly future: readonly Worksheet[];
  /** The cell that was typed into last: letters typed one after the other are one step. */
  readonly cell: string | null;
}

type Act = { readonly do: 'CHANGE'; readonly to: Worksheet; readonly cell: string | null } | { readonly do: 'UNDO' } | { readonly do: 'REDO' } | { readonly do: 'BEGIN'; readonly with: Worksheet };

const mostSteps = 100;

function step(history: History, act: Act): History {
  const { past, present, future } = history;
  switch (act.do) {
    case 'BEGIN':
      return { past: [], present: act.with, future: [], cell: null };
    case 'CHANGE':
      return { past: act.cell !== null && act.cell === history.cell ? past : [...past.slice(-mostSteps), present], present: act.to, future: [], cell: act.cell };
    case 'UNDO': {
      const before = past.at(-1);
      return before === undefined ? history : { past: past.slice(0, -1), present: before, future: [present, ...future], cell: null };
    }
    case 'REDO': {
      const [next, ...rest] = future;
      return next === undefined ? history : { past: [...past, present], present: next, future: rest, cell: null };
    }
  }
}

/** What the units have now, in the place of a draft. */
export function inForce({ kind, allocation, worksheet }: EditorData): Worksheet {
  const rows = worksheet.map(({ unit, members, weight, current, note }): Row => ({
    unit: unit.id, code: unit.code, name: unit.name, members, weight, isLocked: false, note: note ?? '', low: cellText(current?.low ?? null, kind), high: cellText(current?.high ?? null, kind),
  }));
  const rule: SumRule = allocation?.sumRule ?? (kind === 'RATE' || kind === 'RATE_RANGE' ? 'NOT_BELOW' : 'EXACTLY');
  return { rule, rows, reserve: cellText(allocation?.reserve.low ?? null, kind), reserveHigh: cellText(allocation?.reserve.high ?? null, kind) };
}

/** The worksheet as it was left: the draft where there is one, else what the units have now. A single unit that has nothing yet gets all. */
export function begin(data: EditorData): Worksheet {
  const { kind, draft, allocation, low, high } = data;
  const given = inForce(data);
  const now = allocation === null && given.rows.length === 1 ? { ...given, rows: given.rows.map((row) => ({ ...row, low: cellText(low, kind), high: cellText(high, kind) })) } : given;
  if (draft === null) return now;
  const lines = new Map(draft.lines.map((line) => [line.unit, line]));
  const rows = now.rows.map((row) => {
    const line = lines.get(row.unit);
    return line ? { ...row, low: line.unreadLow ?? cellText(line.low, kind), high: line.unreadHigh ?? cellText(line.high, kind), note: line.note ?? '', isLocked: line.isLocked } : row;
  });
  return { rule: draft.sumRule, rows, reserve: cellText(draft.reserve?.low ?? null, kind), reserveHigh: cellText(draft.reserve?.high ?? null, kind) };
}

/** A worksheet carried on over what was published since it began: what was typed stays, the rest is what is in force now. */
export function carryOn(sheet: Worksheet, began: EditorData, now: EditorData): Worksheet {
  const before = inForce(began);
  const after = inForce(now);
  const typed = new Map(sheet.rows.map((row) => [row.unit, row]));
  const wasInForce = new Map(before.rows.map((row) => [row.unit, row]));
  const rows = after.rows.map((row) => {
    const own = typed.get(row.unit);
    const old = wasInForce.get(row.unit);
    if (!own || (old && own.low === old.low && own.high === old.high && own.note === old.note && !own.isLocked)) return row;
    return { ...row, low: own.low, high: own.high, note: own.note, isLocked: own.isLocked };
  });
  const isRuleTyped = sheet.rule !== before.rule || sheet.reserve !== before.reserve || sheet.reserveHigh !== before.reserveHigh;
  const { rule, reserve, reserveHigh } = isRuleTyped ? sheet : after;
  return { rule, reserve, reserveHigh, rows };
}

/** A worksheet that is typed into, with the way back. */
export function useWorksheet(data: EditorData) {
  const [history, act] = useReducer(step, data, (first): History => ({ past: [], present: begin(first), future: [], cell: null }));
  const change = (to: Partial<Worksheet>, cell: string | null = null) => act({ do: 'CHANGE', to: { ...history.present, ...to }, cell });
  const changeRow = (unit: string, to: Partial<Row>, cell: string | null = null) => change({ rows: history.present.rows.map((row) => (row.unit === unit ? { ...row, ...to } : row)) }, cell);
  return {
    sheet: history.present,
    change,
    changeRow,
    beginWith: (sheet: Worksheet) => act({ do: 'BEGIN', with: sheet }),
    undo: history.past.length === 0 ? null : () => act({ do: 'UNDO' }),
    redo: history.future.length === 0 ? null : () => act({ do: 'REDO' }),
  };
}
