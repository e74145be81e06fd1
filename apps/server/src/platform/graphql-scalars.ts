import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isIsoDate, parsePeriod } from '@banyan/schema/period';

function refuse(name: string, expected: string): never {
  throw new GraphQLError(`${name} is written ${expected}`, { extensions: { code: 'BAD_USER_INPUT' } });
}

function textScalar(options: { name: string; description: string; expected: string; accepts: (text: string) => boolean }): GraphQLScalarType<string, string> {
  const { name, description, expected, accepts } = options;
  function parse(value: unknown): string {
    return typeof value === 'string' && accepts(value) ? value : refuse(name, expected);
  }
  return new GraphQLScalarType<string, string>({
    name,
    description,
    serialize: String,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => (node.kind === Kind.STRING ? parse(node.value) : refuse(name, expected)),
  });
}

/** A calendar day. */
export const DateScalar = textScalar({
  name: 'Date',
  description: 'A calendar day, written YYYY-MM-DD. It has no time zone; "today" is the day in Viet Nam.',
  expected: 'YYYY-MM-DD',
  accepts: isIsoDate,
});

/** A span of days as people write it. */
export const PeriodScalar = textScalar({
  name: 'Period',
  description:
    'A period: 2021 (year), 2021-09 (month), 2021-Q3 (quarter), 2021-6M and 2021-9M (from 1 January), ' +
    '2016-01-01/2018-10-19 (range, both days included) or term (the unit\'s term in force).',
  expected: '2021, 2021-09, 2021-Q3, 2021-6M, 2021-9M, 2016-01-01/2018-10-19 or term',
  accepts: (text) => parsePeriod(text) !== null,
});

const instantForm = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function instant(value: unknown): Date {
  if (typeof value === 'string' && instantForm.test(value) && isIsoDate(value.slice(0, 10))) {
    const date = new Date(value);
    if (!Number.isNaN(date.getTime())) return date;
  }
  return refuse('DateTime', '2026-11-22T08:30:00Z or with an offset');
}

/** An instant. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant with its offset, such as 2026-11-22T08:30:00Z. Answers are in UTC.',
  serialize(value) {
    if (!(value instanceof Date)) throw new TypeError('an instant must be a Date');
    return value.toISOString();
  },
  parseValue: instant,
  parseLiteral: (node) => (node.kind === Kind.STRING ? instant(node.value) : refuse('DateTime', '2026-11-22T08:30:00Z')),
});
