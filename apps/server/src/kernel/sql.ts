/** A transaction that can be asked. Values stand in the text as $1, $2 …; bigints and dates come back as texts. */
export interface Sql {
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
}
