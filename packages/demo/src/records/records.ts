import { Random } from '../chance/random.ts';
import { addMonths, dateOf, dayOf, type Day } from '../time/calendar.ts';
import type { DemoDocument, DemoPlan, DemoPlanItem, DemoRecords, DemoUnit } from '../types.ts';
import { makeLocalities } from './localities.ts';
import { cellItems, communeItems, inspections, notes, obstacles, provincialItems, reminders, type Item } from './record-plan.ts';

export interface RecordsDraft {
  readonly rootCode: string;
  readonly units: readonly DemoUnit[];
  /** The commune and the cell of the demonstration's accounts: their plans go down to the cells, and something waits for them. */
  readonly busyCommune: string;
  readonly busyCell: string;
  readonly until: Day;
}

type Items = readonly Item[];

/** How many of what is followed up there is, besides what waits for the accounts. */
const counts = { obstacles: 22, reminders: 14, inspections: 20 } as const;

/** The register, the plans of the year and what is followed up in the province that lives in the present. */
export function makeRecords(draft: RecordsDraft): DemoRecords {
  const writer = new RecordWriter(new Random(`records of ${draft.rootCode}`), draft);
  const plans = writer.plans();
  return { documents: writer.documents, plans, obstacles: writer.obstacles(), inspections: writer.inspections(), reminders: writer.reminders(), localities: writer.localities() };
}

class RecordWriter {
  readonly documents: DemoDocument[] = [];
  readonly #random: Random;
  readonly #draft: RecordsDraft;
  readonly #year: string;
  /** The units directly below the root, and those below the busy commune. */
  readonly #uppers: readonly DemoUnit[];
  readonly #cells: readonly DemoUnit[];

  constructor(random: Random, draft: RecordsDraft) {
    this.#random = random;
    this.#draft = draft;
    this.#year = dateOf(draft.until).slice(0, 4);
    this.#uppers = draft.units.filter(({ parentCode }) => parentCode === draft.rootCode);
    this.#cells = draft.units.filter(({ parentCode }) => parentCode === draft.busyCommune);
  }

  /** The province's plan, those of most units below it, and of the cells of one commune. */
  plans(): DemoPlan[] {
    const { rootCode, busyCommune, busyCell } = this.#draft;
    const resolution = this.#document(rootCode, 'RESOLUTION', '04-NQ/TU', `${Number(this.#year) - 1}-10-15`, 'Về phát triển đảng viên trong nhiệm kỳ', null, true);
    const province = this.#plan(rootCode, provincialItems, { key: this.#document(rootCode, 'PLAN', '12-KH/TU', `${this.#year}-01-01`, `Phát triển đảng viên năm ${this.#year}`, resolution, true), isHandedDown: true, parentCode: null });
    const uppers = this.#uppers.filter(({ code }) => code === busyCommune || this.#random.chance(0.85)).map(({ code }, index) =>
      this.#plan(code, communeItems, { key: this.#document(code, 'PLAN', `${index + 3}-KH/ĐU`, `${this.#year}-01-01`, `Kết nạp đảng viên năm ${this.#year}`, `${rootCode} 12-KH/TU`, true), isHandedDown: true, parentCode: rootCode }),
    );
    const cells = this.#cells.filter(({ code }) => code === busyCell || this.#random.chance(0.7)).map(({ code }) => this.#plan(code, cellItems, { key: null, isHandedDown: false, parentCode: busyCommune }));
    return [province, ...uppers, ...cells];
  }

  #document(unitCode: string, kind: DemoDocument['kind'], number: string, issuedOn: string, title: string, implementsKey: string | null, isHandedDown: boolean): string {
    const key = `${unitCode} ${number}`;
    // None is issued in days to come.
    const day = dateOf(Math.min(dayOf(issuedOn), this.#draft.until));
    this.documents.push({ key, unitCode, kind, number, issuer: null, issuedOn: day, title, implementsKey, isHandedDown });
    return key;
  }

  #plan(unitCode: string, items: Items, rest: { readonly key: string | null; readonly isHandedDown: boolean; readonly parentCode: string | null }): DemoPlan {
    return { unitCode, year: Number(this.#year), documentKey: rest.key, parentCode: rest.parentCode, isHandedDown: rest.isHandedDown, items: items.map((item) => this.#item(item)) };
  }

  /** What was due is mostly done; of what is due next, little. */
  #item([part, title, responsible, towards]: Items[number]): DemoPlanItem {
    const month = part.startsWith('Q') ? Number(part.slice(1)) * 3 : Number(part);
    const first = dayOf(`${this.#year}-${String(month).padStart(2, '0')}-01`);
    const due = addMonths(first, 1) - 1;
    const isDone = this.#random.chance(due <= this.#draft.until ? 0.88 : first <= this.#draft.until ? 0.35 : 0);
    const done = Math.min(due, this.#draft.until) - this.#random.between(0, 9);
    const note = this.#random.pick(notes);
    return { period: `${this.#year}-${part}`, dueOn: dateOf(due), title, responsible, towards: towards ?? null, doneOn: isDone ? dateOf(Math.max(done, first)) : null, note: isDone ? note : null };
  }

  /** Those of the communes. */
  localities(): DemoRecords['localities'] {
    const { units, until } = this.#draft;
    return makeLocalities({ units, communes: this.#uppers.filter(({ unitType }) => unitType === 'COMMUNE_AREA'), until });
  }

  obstacles(): DemoRecords['obstacles'] {
    const { busyCommune, busyCell } = this.#draft;
    const places = [busyCell, busyCommune, ...Array.from({ length: counts.obstacles }, () => this.#random.pick(this.#uppers).code)];
    return places.map((unitCode, index) => {
      const [title, details, ownerName, resolution] = this.#random.pick(obstacles);
      const raised = this.#draft.until - this.#random.between(5, 120);
      const due = raised + this.#random.between(20, 75);
      // Those of the accounts are open; of the others some are.
      const resolved = index > 1 && this.#random.chance(0.55) ? Math.min(due + this.#random.between(-15, 8), this.#draft.until) : null;
      return { unitCode, title, details, ownerName, raisedOn: dateOf(raised), dueOn: dateOf(due), resolvedOn: resolved === null ? null : dateOf(Math.max(resolved, raised)), resolution: resolved === null ? null : resolution };
    });
  }

  inspections(): DemoRecords['inspections'] {
    const { rootCode, busyCommune } = this.#draft;
    // Some are inspected twice, and some never.
    const places = this.#random.shuffled(this.#uppers).slice(0, Math.ceil(this.#uppers.length * 0.7));
    const ofProvince = Array.from({ length: counts.inspections }, () => this.#inspection(this.#random.pick(places).code, rootCode, 'Ủy ban Kiểm tra Tỉnh ủy', 700));
    return [...ofProvince, ...this.#cells.slice(0, 4).map(({ code }) => this.#inspection(code, busyCommune, 'Ban Thường vụ đảng ủy', 300))];
  }

  #inspection(unitCode: string, byCode: string, inspector: string, daysAgo: number): DemoRecords['inspections'][number] {
    const [title, conclusion] = this.#random.pick(inspections);
    return { unitCode, byCode, on: dateOf(this.#draft.until - this.#random.between(4, daysAgo)), title, conclusion, inspector };
  }

  reminders(): DemoRecords['reminders'] {
    const { rootCode, busyCommune, busyCell } = this.#draft;
    const waiting = [
      this.#reminder(busyCell, busyCommune, { daysAgo: 20, answerDays: 12, isAnswered: false }),
      this.#reminder(busyCell, busyCommune, { daysAgo: 4, answerDays: 14, isAnswered: false }),
      this.#reminder(busyCommune, rootCode, { daysAgo: 6, answerDays: 15, isAnswered: false }),
    ];
    const others = Array.from({ length: counts.reminders }, () =>
      this.#reminder(this.#random.pick(this.#uppers).code, rootCode, { daysAgo: this.#random.between(3, 150), answerDays: this.#random.between(7, 20), isAnswered: this.#random.chance(0.7) }),
    );
    return [...waiting, ...others];
  }

  #reminder(unitCode: string, byCode: string, { daysAgo, answerDays, isAnswered }: { readonly daysAgo: number; readonly answerDays: number; readonly isAnswered: boolean }): DemoRecords['reminders'][number] {
    const [text, reply] = this.#random.pick(reminders);
    const sent = this.#draft.until - daysAgo;
    const replied = Math.min(sent + this.#random.between(1, answerDays + 4), this.#draft.until);
    return { unitCode, byCode, on: dateOf(sent), text, answerUntil: dateOf(sent + answerDays), repliedOn: isAnswered ? dateOf(replied) : null, reply: isAnswered ? reply : null };
  }
}
