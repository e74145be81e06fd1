/**
 * A transaction that can be asked. Values stand in the text as $1, $2 …; bigints and dates come back as texts.
 * A statement with a name is planned once a connection; without, for its values. Only a text whose best plan is always the same has one.
 */
export interface Sql {
  query<Row>(text: string, values?: readonly unknown[], name?: string): Promise<Row[]>;
  /** What is the same for every reader of this database and only migrations write: read once a server, kept for all. */
  readonly catalogue: Map<string, unknown>;
}
