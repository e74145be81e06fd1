import { useEffect, useRef, type ReactNode } from 'react';
import { graphql, readFragment, type FragmentOf } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import type { ScopeChoice } from '../../shared/period/scope-choice.ts';
import { Button } from '../../shared/ui/Button.tsx';
import { Notice } from '../../shared/ui/Notice.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { PeriodPicker } from '../ledger/index.ts';
import { Breadcrumb, BreadcrumbFields, type UnitPage } from '../organisation/index.ts';
import { SavedViewsMenu } from '../views/index.ts';
import { AsOfPicker } from './AsOfPicker.tsx';
import { PaperHead } from './PaperHead.tsx';
import styles from './ScopeHead.module.css';

/** The unit that a page is about, as its head shows it. */
export const ScopeUnit = graphql(
  `
    fragment ScopeUnit on Unit {
      ...BreadcrumbFields
      id
      name
      foundedOn
      lastDataOn
      kind { code name(language: $language) }
      terms { label startsOn endsOn }
    }
  `,
  [BreadcrumbFields],
);

/** The days that the figures of a page count. */
export interface CountedDays {
  readonly from: string;
  readonly to: string;
  readonly complete: boolean;
}

interface ScopeHeadProps {
  readonly unit: FragmentOf<typeof ScopeUnit>;
  readonly choice: ScopeChoice;
  /** The unit of the viewer's grant: what lies above it is named and cannot be opened. */
  readonly ownUnitId: string;
  /** The page that the units of the breadcrumb open. */
  readonly page: UnitPage;
  /** What the browser's tab is called. */
  readonly title: string;
  /** The days that were counted; left out by a page whose figures are of a day. */
  readonly counted?: CountedDays | undefined;
  readonly unknownKeys?: readonly string[] | undefined;
  /** Given where the figures could not be updated: tries again. */
  readonly onUpdate?: (() => void) | undefined;
  readonly onScope: (change: { readonly ky?: string; readonly ngay?: string | undefined }) => void;
  /** Actions of the page, before the period. */
  readonly tools?: ReactNode;
}

/** The head of every page: where one is, of which period and day the figures are, and what of the address could not be followed. */
export function ScopeHead({ unit: masked, choice, ownUnitId, page, title, counted, unknownKeys, onUpdate, onScope, tools }: ScopeHeadProps) {
  const unit = readFragment(ScopeUnit, masked);
  const { m, f } = usePrinting();
  const heading = useHeadingFocus(unit.id);
  useEffect(() => {
    document.title = `${title} – ${m.product.name}`;
  }, [title, m]);
  const { asOf, hint } = choice;
  const periodText = f.period(choice.period, unit.terms.findLast(({ startsOn }) => startsOn <= hint.today)?.label);
  return (
    <>
      <PaperHead unit={unit.name} period={periodText} until={counted?.to ?? asOf ?? hint.today} />
      <div className={styles['head']}>
        <div className={styles['where']}>
          <Breadcrumb unit={unit} ownUnitId={ownUnitId} page={page} />
          <h1 ref={heading} tabIndex={-1}>
            <ProperName>{unit.name}</ProperName>
          </h1>
          <p className={styles['meta']}>
            {unit.kind.name}
            {counted === undefined ? null : ` · ${m.scope.between(f.date(counted.from), f.date(counted.to))}, ${m.scope.asItWas}`}
            {counted !== undefined && asOf === null && unit.lastDataOn !== null && !counted.complete ? ` · ${m.scope.lastData(f.date(unit.lastDataOn))}` : null}
          </p>
        </div>
        <div className={styles['tools']}>
          {tools}
          <SavedViewsMenu suggestion={m.views.suggestion(unit.name, f.inSentence(periodText))} />
          <AsOfPicker choice={choice} onDay={(ngay) => onScope({ ngay })} />
          <PeriodPicker
            period={choice.period}
            label={periodText}
            today={hint.today}
            role={hint.role}
            terms={unit.terms}
            onChange={(ky) => onScope({ ky })}
          />
        </div>
      </div>
      {asOf === null ? null : (
        <Notice tone="warning" action={<Button onClick={() => onScope({ ngay: undefined })}>{m.scope.asOfBack}</Button>}>
          {m.scope.asOfShown(f.date(asOf))}
        </Notice>
      )}
      {onUpdate === undefined ? null : (
        <Notice tone="warning" action={<Button onClick={onUpdate}>{m.common.retry}</Button>}>
          {m.states.outdated}
        </Notice>
      )}
      <Problems choice={choice} unknownKeys={unknownKeys} />
    </>
  );
}

/** Moves the focus to the heading when another unit is opened, so that keyboards and readers start at its top. */
function useHeadingFocus(unitId: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(unitId);
  useEffect(() => {
    if (shown.current === unitId) return;
    shown.current = unitId;
    heading.current?.focus({ preventScroll: true });
  }, [unitId]);
  return heading;
}

function Problems({ choice, unknownKeys }: { choice: ScopeChoice; unknownKeys: readonly string[] | undefined }) {
  const { m, f } = usePrinting();
  const label = f.inSentence(f.period(choice.period));
  return (
    <>
      {choice.problem === 'UNREADABLE' ? <Notice tone="warning">{m.scope.badPeriod(label)}</Notice> : null}
      {choice.problem === 'FORBIDDEN' ? <Notice>{m.scope.forbiddenPeriod(label)}</Notice> : null}
      {choice.problem === 'BAD_DAY' ? <Notice tone="warning">{m.scope.badDay(f.date(choice.hint.today))}</Notice> : null}
      {unknownKeys === undefined ? null : <Notice tone="warning">{m.scope.unknownKeys(unknownKeys.join(', '))}</Notice>}
    </>
  );
}
