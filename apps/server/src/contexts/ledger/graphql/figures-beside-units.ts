import type { FieldNode, GraphQLResolveInfo } from 'graphql';
import type { Measure } from '@banyan/schema/enums';
import { parsePeriod } from '@banyan/schema/period';
import { dayInVietNam, earlier, type Day } from '../../../kernel/day.ts';
import { resolvePeriod } from '../../../kernel/period.ts';
import { todayOf, type ReadBeside, type RequestContext } from '../../../platform/request-context.ts';
import type { Scope } from '../../../platform/scope.ts';
import { argumentsAt, fieldsBelow, fieldsNamed, oncePerSelection } from '../../../platform/selection.ts';
import { isAggregateOnly } from '../../access/index.ts';
import { spansOf } from '../application/read-figures.ts';
import { Counting, type Span } from '../persistence/counting.ts';
import { countedBeside, figuresAsked } from './figure-value.ts';

/** Fields of a figure, and beside the figures of a roll-up, that ask nothing of counters but the figures' own numbers. */
const plainFields: ReadonlySet<string> = new Set(['__typename', 'value', 'hidden', 'period', 'view', 'asOf', 'target']);

interface AskedRollup {
  readonly node: FieldNode;
  readonly measures: readonly Measure[];
}

/** What a document asks of a roll-up, or null where that is more than numbers. */
function plainRollup(node: FieldNode, fragments: GraphQLResolveInfo['fragments']): AskedRollup | null {
  const { names, measures } = figuresAsked({ fieldNodes: [node], fragments });
  const isPlain = fieldsBelow(node, fragments).every(
    (field) => plainFields.has(field.name.value) || (names.has(field.name.value) && fieldsBelow(field, fragments).every((below) => plainFields.has(below.name.value))),
  );
  return isPlain ? { node, measures } : null;
}

/** The roll-ups that a document asks of a unit and of its children. None where any of them asks more than numbers: those are read later, together. */
const askedRollups = oncePerSelection((info): AskedRollup[] => {
  const children = fieldsNamed('children', info.fieldNodes, info.fragments);
  const edges = fieldsNamed('edges', children, info.fragments);
  const units = [...info.fieldNodes, ...fieldsNamed('nodes', children, info.fragments), ...fieldsNamed('node', edges, info.fragments)];
  const rollups = fieldsNamed('rollup', units, info.fragments).map((node) => plainRollup(node, info.fragments));
  return rollups.every((rollup) => rollup !== null) ? rollups : [];
});

/** The spans of a roll-up's figures, or none where counters cannot answer it or its period is not known before its unit is. */
function spansAt({ node, measures }: AskedRollup, info: GraphQLResolveInfo, today: Day): Span[] {
  const { period, view, asOf, knownAt } = argumentsAt(node, 'Unit', info);
  if (typeof period !== 'string' || view !== 'AS_IT_WAS' || (knownAt ?? null) !== null || parsePeriod(period)?.form === 'TERM') return [];
  const resolved = resolvePeriod(period, typeof asOf === 'string' ? earlier(asOf, today) : today);
  return measures.flatMap((measure) => spansOf(measure, resolved));
}

/** The countings of a document's places, by the days that they depend on: the same for everyone, and few. */
const countings = new WeakMap<readonly AskedRollup[], Map<string, Counting | null>>();
const countingsAtMost = 20;

function countingOf(asked: readonly AskedRollup[], info: GraphQLResolveInfo, today: Day): Counting | null {
  const known = countings.get(asked) ?? new Map<string, Counting | null>();
  countings.set(asked, known);
  const key = `${today} ${JSON.stringify(asked.map(({ node }) => argumentsAt(node, 'Unit', info)))}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const spans = asked.flatMap((rollup) => spansAt(rollup, info, today));
  const made = spans.length === 0 ? null : new Counting(spans);
  if (known.size >= countingsAtMost) known.clear();
  known.set(key, made);
  return made;
}

/** Reads the figures that a document asks of a unit and of its children with the units themselves. */
export const figuresBesideUnits: ReadBeside = (context: RequestContext, scope: Scope, info: GraphQLResolveInfo) => {
  if (isAggregateOnly(scope.actor.role)) return null;
  const asked = askedRollups(info);
  if (asked.length === 0) return null;
  const counting = countingOf(asked, info, todayOf(scope.actor.lastDataOn, dayInVietNam(context.now())));
  if (!counting) return null;
  const counted = countedBeside(context);
  return {
    write: (firstPlace) => counting.write(firstPlace),
    take: (unitId, row) => counted.set(unitId, counting.counted(row)),
  };
};
