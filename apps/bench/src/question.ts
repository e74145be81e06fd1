import { readFileSync } from 'node:fs';

/** The figures that every server of the bench is asked for, of a unit and of each of its children, for the year 2020. */
export const figureNames = [
  'members', 'probationaryMembers', 'officialMembers', 'admitted', 'recognised', 'transferredIn', 'transferredOut', 'removed', 'expelled', 'left', 'deceased', 'cells',
] as const;
export type FigureName = (typeof figureNames)[number];

/** The measure of each figure, as the ledger names it. */
export const measures = {
  members: 'MEMBERS', probationaryMembers: 'PROBATIONARY_MEMBERS', officialMembers: 'OFFICIAL_MEMBERS', admitted: 'ADMITTED', recognised: 'RECOGNISED',
  transferredIn: 'TRANSFERRED_IN', transferredOut: 'TRANSFERRED_OUT', removed: 'REMOVED', expelled: 'EXPELLED', left: 'LEFT', deceased: 'DECEASED', cells: 'CELLS',
} as const satisfies Record<FigureName, string>;

/** The unit of the question: a district with its communes. */
export const askedCode = 'bench.1';

const askedFigures = figureNames.map((name) => `${name} { value }`).join(' ');

/** What the product and its like are asked. */
export const rollupQuery = `query Rollup($code: String!) {
  unit(code: $code) { code name rollup(period: "2020") { ${askedFigures} }
    children(first: 20, asOf: "2020-12-31") { nodes { code name rollup(period: "2020") { ${askedFigures} } } } } }`;

/** The figures of the viewer's unit and of each below it, by a clock that is given. Where nothing was reorganised or recorded since, all clocks agree. */
export function clockQuery(clock: string): string {
  const rollup = `rollup(period: "2020"${clock}) { ${askedFigures} }`;
  return `{ viewer { unit { ${rollup} children(first: 200, asOf: "2020-12-31") { nodes { code ${rollup} } } } } }`;
}

/**
 * What the page of the overview asks in its one request: figures beside targets, pace, movement, a breakdown and strips of the units below.
 * A browser test holds it to what the page really asks.
 */
export const overviewQuery = readFileSync(new URL('overview.graphql', import.meta.url), 'utf8');

/**
 * The values that the page sends with it at the viewer's own unit, for the year of the question as it stood in the middle of a month: the period runs, so
 * that there is a pace and a projection, and neither it nor the same days of the years before end with a month.
 */
export const overviewVariables = {
  code: null, own: true, period: '2020', asOf: '2020-10-15', treeDay: '2020-10-15', sumsAlone: false, trendPeriod: '2020', trendBy: 'MONTH', dimension: 'GENDER', language: 'VI',
};

/** The same asked of a peer that makes its schema from the database. */
export const postgraphileQuery = (() => {
  const columns = figureNames.map((name) => (name === 'left' ? 'left: leftParty' : name)).join(' ');
  const unit = `code name rollup(fromDay: "2020-01-01", toDay: "2020-12-31") { ${columns} }`;
  return `query Rollup($code: String!) { unitByCode(code: $code) { ${unit} childUnits(first: 20, orderBy: [CODE_ASC]) { nodes { ${unit} } } } }`;
})();

/** The same asked of it without a function of ours: it sums a view by itself, with the filters and aggregates of its documented plugins. */
export const postgraphileSumsQuery = (() => {
  const stocks = ['probationaryMembers', 'officialMembers', 'cells'];
  const flows = figureNames.filter((name) => !['members', ...stocks].includes(name));
  const sums = (alias: string, columns: readonly string[], from: string) =>
    `${alias}: counters(filter: {grain: {equalTo: "YEAR"}, startsOn: {${from}lessThan: "2021-01-01"}}) { aggregates { sum { ${columns.join(' ')} } } }`;
  const unit = `code name ${sums('stocks', stocks, '')} ${sums('flows', flows, 'greaterThanOrEqualTo: "2020-01-01", ')}`;
  return `query Rollup($code: String!) { unitByCode(code: $code) { ${unit} childUnits(first: 20, orderBy: [CODE_ASC]) { nodes { ${unit} } } } }`;
})();

/** A unit's answer without the form that a server gives it: code, name and figures in order. */
export type Line = readonly [code: string, name: string, ...figures: number[]];

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

function childrenOf(unit: Json): readonly unknown[] {
  for (const name of ['children', 'childUnits']) {
    const list = unit[name];
    if (Array.isArray(list)) return list;
    if (isObject(list) && Array.isArray(list['nodes'])) return list['nodes'];
  }
  return [];
}

/** The sums of an aggregate, which are written as texts because they may be large. */
function aggregateOf(connection: unknown): Json {
  const aggregates = isObject(connection) ? connection['aggregates'] : null;
  const sums = isObject(aggregates) && isObject(aggregates['sum']) ? aggregates['sum'] : {};
  return Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, Number(value)]));
}

/** The figures of a unit by name, from any form of answer. */
function figuresOf(unit: Json): Json {
  if (isObject(unit['rollup'])) return unit['rollup'];
  if (unit['stocks'] === undefined) return unit;
  const sums = { ...aggregateOf(unit['stocks']), ...aggregateOf(unit['flows']) };
  return { ...sums, members: Number(sums['probationaryMembers']) + Number(sums['officialMembers']) };
}

function lineOf(unit: Json): Line {
  const figures = figuresOf(unit);
  const values = figureNames.map((name) => {
    const figure = figures[name];
    const value = isObject(figure) ? figure['value'] : figure;
    if (typeof value !== 'number') throw new Error(`No ${name} for ${String(unit['code'])}.`);
    return value;
  });
  return [String(unit['code']), String(unit['name']), ...values];
}

/** Reads any server's answer into lines: the unit first, its children by code. Throws where something is missing or an error came. */
export function linesOf(body: string): Line[] {
  const parsed: unknown = JSON.parse(body);
  if (!isObject(parsed) || parsed['errors'] !== undefined) throw new Error(`An error instead of an answer: ${body.slice(0, 300)}`);
  const data = isObject(parsed['data']) ? parsed['data'] : parsed;
  const unit = Object.values(data).find(isObject);
  if (!unit) throw new Error(`No unit: ${body.slice(0, 300)}`);
  const children = childrenOf(unit).filter(isObject).map(lineOf);
  return [lineOf(unit), ...children.toSorted(([a], [b]) => (a < b ? -1 : 1))];
}
