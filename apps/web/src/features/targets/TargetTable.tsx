import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { readFragment } from '../../shared/graphql/graphql.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { Button } from '../../shared/ui/Button.tsx';
import { ProperName } from '../../shared/ui/ProperName.tsx';
import { StandingDifference, isBehind } from '../ledger/index.ts';
import { DocumentNumber } from '../documents/index.ts';
import { AdjustForm } from './AdjustForm.tsx';
import { TargetFields, type TargetData, type TargetListData } from './target-documents.ts';
import { useTargetWords } from './target-words.ts';
import styles from './Targets.module.css';
import { useTargetTexts } from './use-target-texts.ts';

interface TargetTableProps {
  readonly targets: readonly TargetListData[];
  /** Code of the unit, for the way to its worksheet. */
  readonly code: string;
  readonly withPeriod: boolean;
  readonly onChanged: () => void;
}

/** Targets of a unit: what is asked, what was reached, who gave it, and how it is divided; each opens its versions. */
export function TargetTable({ targets, code, withPeriod, onChanged }: TargetTableProps) {
  const { t } = useTargetTexts();
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t.indicator}</th>
          {withPeriod ? <th scope="col">{t.fields.period}</th> : null}
          <th scope="col" className={styles['number']}>{t.amount}</th>
          <th scope="col" className={styles['number']}>{t.result}</th>
          <th scope="col" className={styles['number']}>{t.percent}</th>
          <th scope="col">{t.standing}</th>
          <th scope="col">{t.issuer}</th>
          <th scope="col">{t.belowColumn}</th>
        </tr>
      </thead>
      <tbody>
        {targets.map((target) => (
          <TargetRow key={readFragment(TargetFields, target).id} target={target} code={code} withPeriod={withPeriod} onChanged={onChanged} />
        ))}
      </tbody>
    </table>
  );
}

function TargetRow({ target: listed, code, withPeriod, onChanged }: { readonly target: TargetListData; readonly code: string; readonly withPeriod: boolean; readonly onChanged: () => void }) {
  const { m, f } = usePrinting();
  const { t } = useTargetTexts();
  const target = readFragment(TargetFields, listed);
  const say = useTargetWords();
  const [isOpen, setOpen] = useState(false);
  const { progress } = target;
  const columns = 7 + Number(withPeriod);
  return (
    <Fragment>
      <tr>
        <th scope="row" data-label={t.indicator}>
          <button type="button" className={styles['name']} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {say.name(target)}
          </button>
          {target.closedOn === null ? null : <span className={styles['muted']}>{t.closed(f.date(target.closedOn), f.integer(target.closedResult ?? 0))}</span>}
        </th>
        {withPeriod ? <td data-label={t.fields.period}>{say.period(target)}</td> : null}
        <td data-label={t.amount} className={styles['number']}>{say.amount(target)}</td>
        <td data-label={t.result} className={styles['number']}>{progress === null ? m.common.none : f.integer(progress.actual)}</td>
        <td data-label={t.percent} className={styles['number']}>{progress?.percentOfLow === null || progress === null ? m.common.none : f.percent(progress.percentOfLow)}</td>
        <td data-label={t.standing}>
          <StandingDifference standing={progress?.standing ?? null} difference={progress !== null && isBehind(progress.standing) ? -(progress.standing === 'NOT_MET' ? progress.remainingLow : progress.shortOfPace) : null} />
        </td>
        <td data-label={t.issuer} className={styles['issuer']}>
          {target.issuer === null ? m.common.none : target.issuer.id === target.unit?.id ? <span className={styles['muted']}>{t.ownIssuer}</span> : <ProperName>{target.issuer.name}</ProperName>}
          {target.documentNumber === null ? null : <span className={styles['muted']}> · <DocumentNumber number={target.documentNumber} document={listed.document ?? null} /></span>}
        </td>
        <td data-label={t.belowColumn}>
          <Below target={listed} code={code} />
        </td>
      </tr>
      {isOpen ? (
        <tr className={styles['opened']}>
          <td colSpan={columns}>
            <Projected target={listed} />
            <Versions target={target} listed={listed} onChanged={onChanged} />
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}

/** How a target is divided, with the way to its worksheet, and what the units below are asked for together: the own target beside theirs. */
function Below({ target: { allocation: known, viewerCanAllocate, ...rest }, code }: { readonly target: TargetListData; readonly code: string }) {
  const allocation = known ?? null;
  const { f } = usePrinting();
  const { t } = useTargetTexts();
  const { id, below } = readFragment(TargetFields, rest);
  const left = allocation?.sums?.difference.low ?? 0;
  const kept = allocation?.sums?.reserve.low ?? 0;
  const told = below === null ? null : t.belowTold(f.integer(below.low), below.difference === 0 ? null : f.difference(below.difference), below.percentOfLow === null ? null : f.percent(below.percentOfLow));
  if (allocation === null && !viewerCanAllocate.can) return told === null ? null : <span>{told}</span>;
  const state = allocation === null ? t.notAllocated : left < 0 ? t.editor.leftOver(f.integer(-left)) : t.allocated;
  return (
    <span className={styles['below']}>
      <span className={left < 0 || allocation === null ? styles['open'] : undefined}>{state}</span>
      {kept === 0 ? null : <span>{t.keptBack(f.integer(kept))}</span>}
      {told === null ? null : <span className={styles['muted']}>{told}</span>}
      <Link to="/chi-tieu" search={(previous) => ({ ...previous, 'don-vi': code, 'chi-tieu': id })}>
        {viewerCanAllocate.can && (allocation === null || left < 0) ? t.open : t.look}
      </Link>
    </span>
  );
}

/** Where the period of a target may end, or why that cannot be told; nothing of it to whoever reads sums alone. */
function Projected({ target: { progress } }: { readonly target: TargetListData }) {
  const { m, f } = usePrinting();
  const { t } = useTargetTexts();
  if (progress?.projection) {
    const { low, middle, high, years } = progress.projection;
    return <p>{m.targets.projection(f.integer(low), f.integer(high), f.integer(middle))} <span className={styles['muted']}>· {t.projectionRests(f.integer(years))}</span></p>;
  }
  return progress?.noProjection ? <p className={styles['muted']}>{t.whyNoProjection(t.noProjections[progress.noProjection])}</p> : null;
}

/** The versions of a target, the last one first, and its adjustment where the viewer can. */
function Versions({ target, listed, onChanged }: { readonly target: TargetData; readonly listed: TargetListData; readonly onChanged: () => void }) {
  const { f } = usePrinting();
  const { t, words } = useTargetTexts();
  const say = useTargetWords();
  const [isAdjusting, setAdjusting] = useState(false);
  const { can, because } = target.viewerCanAdjust;
  return (
    <div className={styles['versions']}>
      <h3>{t.history}</h3>
      <ol>
        {target.versions.toReversed().map((version) => {
          // Who reads sums alone is told neither why nor by whom.
          const remark = listed.remarks?.find(({ number }) => number === version.number);
          return (
            <li key={version.number}>
              <strong>{say.amount(version)}</strong> · {words.kinds[version.kind].toLowerCase()} · {f.date(version.issuedOn)}
              {version.documentNumber === null ? null : <> · <DocumentNumber number={version.documentNumber} document={remark?.document ?? null} /></>}
              {remark?.reason ? ` · ${remark.reason}` : null}
              {remark?.note ? ` · ${remark.note}` : null}
              {remark === undefined ? null : <span className={styles['muted']}> · {remark.recordedBy}</span>}
            </li>
          );
        })}
      </ol>
      {can && !isAdjusting ? <Button onClick={() => setAdjusting(true)}>{t.adjust}</Button> : null}
      {!can && (because === 'PART_OF_ALLOCATION' || because === 'NOT_YOUR_BODY') ? <p className={styles['muted']}>{words.refusals[because]}</p> : null}
      {isAdjusting ? <AdjustForm target={target} onClose={() => setAdjusting(false)} onDone={() => { setAdjusting(false); onChanged(); }} /> : null}
    </div>
  );
}
