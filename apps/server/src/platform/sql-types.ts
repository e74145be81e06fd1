import pg from 'pg';

const int8 = 20;
const date = 1082;

function asText(value: string): string {
  return value;
}

/** How values come out of PostgreSQL: days stay texts (a day has no time zone), bigints too (a position does not fit a number). */
export const sqlTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return oid === date || oid === int8 ? asText : pg.types.getTypeParser(oid, format);
  },
};
