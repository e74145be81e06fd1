import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useQuery } from 'urql';
import { ChartFigure } from '../../shared/charts/ChartFigure.tsx';
import { Icicle, StepLegend, type IcicleLook } from '../../shared/charts/Icicle.tsx';
import { stepEnds, stepOfValue } from '../../shared/charts/luminance-steps.ts';
import { answerTo } from '../../shared/graphql/answer-to.ts';
import { usePrinting } from '../../shared/messages/LanguageProvider.tsx';
import { useUnitTexts } from '../../shared/messages/use-unit-texts.ts';
import { Card } from '../../shared/ui/Card.tsx';
import { Message } from '../../shared/ui/Notice.tsx';
import { QueryFailure } from '../../shared/ui/QueryFailure.tsx';
import { Skeleton } from '../../shared/ui/Skeleton.tsx';
import { usePaper } from '../../shared/ui/use-paper.ts';
import { keepScope } from '../../shared/url/keep-scope.ts';
import { UnitLink } from '../organisation/index.ts';
import type { ScopeQuestion } from '../scope/index.ts';
import { IcicleQuery, icicleSizes, readIcicle, type IcicleData, type IcicleUnit } from './icicle-data.ts';
import styles from './IcicleView.module.css';
import type { TreeRootData } from './use-tree-root.ts';

interface IcicleViewProps {
  readonly unit: TreeRootData;
  /** The unit of the viewer's grant: nothing above it is opened. */
  readonly ownUnitId: string;
  readonly question: ScopeQuestion;
}

/** From which unit the picture of another one was reached. */
interface Way {
  readonly to: string;
  readonly from: string;
}

/** Two levels below a unit at one glance: how large each is, and how many it admits for its size. */
export function IcicleView({ unit, ownUnitId, question }: IcicleViewProps) {
  const { m, language } = usePrinting();
  const u = useUnitTexts();
  const [way, setWay] = useState<Way | null>(null);
  const leaf = unit.counts.children === 0;
  const variables = { unit: unit.id, language, ...question, ...icicleSizes(unit.counts.children) };
  const [state, execute] = useQuery({ query: IcicleQuery, pause: leaf, variables });
  const { error } = state;
  const answer = answerTo(state, variables)?.unit;
  const icicle = useMemo(() => (answer === undefined || answer === null ? undefined : readIcicle(answer)), [answer]);
  return (
    <Card title={u.tree.wholeTitle}>
      {leaf ? (
        <Message title={m.children.leaf} />
      ) : error !== undefined ? (
        <QueryFailure error={error} onRetry={() => execute({ requestPolicy: 'network-only' })} />
      ) : icicle === undefined ? (
        <Skeleton height="36rem" />
      ) : (
        <Picture key={unit.id} icicle={unit.id === ownUnitId ? { ...icicle, above: null } : icicle} from={way?.to === unit.id ? way.from : null} onWay={setWay} />
      )}
    </Card>
  );
}

/** High enough that units directly below can carry their names, within what a screen holds, or a sheet. */
function pictureHeight(units: number, paper: boolean): number {
  return Math.min(paper ? 400 : 1100, Math.max(360, units * 36));
}

interface PictureProps {
  readonly icicle: IcicleData;
  /** The unit whose picture led to this one. */
  readonly from: string | null;
  readonly onWay: (way: Way) => void;
}

function Picture({ icicle, from, onWay }: PictureProps) {
  const { m, f } = usePrinting();
  const u = useUnitTexts();
  const navigate = useNavigate();
  const paper = usePaper();
  const rates = [...icicle.byKey.values()].flatMap(({ rate }) => (rate === null ? [] : [rate]));
  const ends = stepEnds(rates);
  const lookOf = (key: string): IcicleLook => {
    const unit = icicle.byKey.get(key);
    if (unit === undefined) return { label: u.tree.others, step: undefined, lines: [] };
    return { label: unit.name, step: unit.rate === null ? null : stepOfValue(unit.rate, ends), lines: tipLines(unit, { m, f, noRate: u.tree.noRate }) };
  };
  const open = ({ id, code }: { readonly id: string; readonly code: string }) => {
    onWay({ to: id, from: icicle.whole.id });
    void navigate({ to: '/to-chuc', search: ({ ky, ngay }) => ({ ky, ngay, xem: 'toan-canh', 'don-vi': code }) });
  };
  const choose = (key: string) => {
    const unit = icicle.byKey.get(key);
    if (unit === undefined) return;
    if (unit.children === 0) void navigate({ to: '/don-vi/$code', params: { code: unit.code }, search: keepScope });
    else open(unit);
  };
  const labels = [
    u.tree.under(f.decimal(ends[0])),
    ...[0, 1, 2].map((index) => u.tree.between(f.decimal(ends[index] ?? 0), f.decimal(ends[index + 1] ?? 0))),
    u.tree.from(f.decimal(ends[3])),
  ];
  const unknown = rates.length < icicle.byKey.size ? u.tree.noRate : null;
  return (
    <ChartFigure finding={<Finding icicle={icicle} />} table={<PartsTable units={icicle.units} />}>
      <StepLegend title={m.children.rateHeader(icicle.whole.baseLabel)} labels={labels} unknown={unknown} />
      <Icicle
        label={u.tree.pictureLabel}
        parts={icicle.parts}
        lookOf={lookOf}
        onChoose={choose}
        onLeave={() => icicle.above !== null && open(icicle.above)}
        height={pictureHeight(icicle.units.length, paper)}
        start={from}
        takesFocus={from !== null}
      />
    </ChartFigure>
  );
}

function tipLines({ members, admitted, rate, baseLabel }: IcicleUnit, { m, f, noRate }: Pick<ReturnType<typeof usePrinting>, 'm' | 'f'> & { readonly noRate: string }): string[] {
  const number = (value: number | null) => (value === null ? m.common.hidden : f.integer(value));
  return [
    `${m.children.members}: ${number(members)}`,
    `${m.children.admitted}: ${number(admitted)}`,
    rate === null ? noRate : m.overview.rate(f.decimal(rate), baseLabel),
  ];
}

function Finding({ icicle: { whole, units } }: { icicle: IcicleData }) {
  const { f } = usePrinting();
  const u = useUnitTexts();
  const most = (of: (unit: IcicleUnit) => number | null) =>
    units.reduce<IcicleUnit | undefined>((best, unit) => ((of(unit) ?? -1) > (best === undefined ? -1 : (of(best) ?? -1)) ? unit : best), undefined);
  const largest = most(({ members }) => members);
  const highest = most(({ rate }) => rate);
  const share = largest?.members === null || largest === undefined || whole.members === null ? null : f.share(largest.members, whole.members);
  return (
    <>
      {largest?.members === null || largest === undefined || share === null ? null : u.tree.largest(largest.name, f.integer(largest.members), share)}{' '}
      {highest?.rate === null || highest === undefined ? null : u.tree.highest(highest.name, f.decimal(highest.rate), highest.baseLabel)} {u.tree.howToRead}
    </>
  );
}

function PartsTable({ units }: { units: readonly IcicleUnit[] }) {
  const { m, f } = usePrinting();
  const u = useUnitTexts();
  const number = (value: number | null) => (value === null ? m.common.hidden : f.integer(value));
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{m.children.unit}</th>
          <th scope="col">{u.tree.below}</th>
          <th scope="col">{m.children.members}</th>
          <th scope="col">{m.children.admitted}</th>
          <th scope="col">{m.children.rate}</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit) => (
          <tr key={unit.id}>
            <th scope="row">
              <UnitLink page={unit.children === 0 ? '/don-vi/$code' : '/to-chuc'} code={unit.code}>
                {unit.name}
              </UnitLink>
            </th>
            <td>{unit.children === 0 ? m.common.none : f.integer(unit.children)}</td>
            <td>{number(unit.members)}</td>
            <td>{number(unit.admitted)}</td>
            <td>{unit.rate === null ? m.common.none : f.decimal(unit.rate)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
