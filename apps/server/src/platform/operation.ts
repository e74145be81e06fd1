import DataLoader from 'dataloader';
import type { Actor } from '../kernel/actor.ts';
import { Refused } from '../kernel/refused.ts';
import type { Database, ReadTransaction, WriteTransaction } from './database.ts';
import type { AuditLine, Loader, ReadBeside, RequestContext } from './request-context.ts';
import { scopeOf, type Scope, type Walls } from './scope.ts';

/** What every operation of a server shares. */
export interface OperationOptions {
  readonly database: Database;
  readonly now: () => Date;
  readonly walls: Walls;
  readonly readBeside: ReadBeside;
  /** Notes that the session of a credential is in use. */
  readonly touchSession: (database: Database, credential: string) => Promise<void>;
  /** Writes lines of the audit log inside a transaction. */
  readonly writeAudit: (
    transaction: WriteTransaction,
    who: { requestId: string; network: string; actor: Actor | null },
    lines: readonly AuditLine[],
  ) => Promise<void>;
}

const touchedEveryMilliseconds = 60_000;

/** What one request brings. */
export interface OperationRequest {
  readonly requestId: string;
  readonly network: string;
  readonly credential: string;
  readonly setCookie: (secret: string | null) => void;
}

/** One operation: its snapshot, its loaders, its lines for the audit log. Nothing of it outlives the answer. */
export class Operation implements RequestContext {
  readonly requestId: string;
  readonly network: string;
  readonly database: Database;
  readonly now: () => Date;
  readonly setCookie: (secret: string | null) => void;
  readonly readBeside: ReadBeside;
  credential: string;

  private readonly options: OperationOptions;
  private readonly scopes = new WeakMap<ReadTransaction, Scope>();
  private reading: Promise<ReadTransaction> | undefined;
  private lastSeenAt: Date | null = null;
  private lines: AuditLine[] = [];
  private finished = false;
  private holds = new Map<string, unknown>();
  private readonly waiting: (() => void)[] = [];

  constructor(options: OperationOptions, request: OperationRequest) {
    this.options = options;
    this.database = options.database;
    this.now = options.now;
    this.readBeside = options.readBeside;
    this.requestId = request.requestId;
    this.network = request.network;
    this.credential = request.credential;
    this.setCookie = request.setCookie;
  }

  async actor(): Promise<Actor | null> {
    return (await this.read()).actor;
  }

  async scope(): Promise<Scope> {
    const transaction = await this.read();
    // One object to a snapshot: what is read once of it is kept beside it.
    const scope = this.scopes.get(transaction) ?? scopeOf(transaction, transaction.actor, this.options.walls);
    this.scopes.set(transaction, scope);
    return scope;
  }

  async under<T>(grantIds: readonly string[], work: (context: RequestContext, grantId: string) => Promise<T>): Promise<(T | null)[]> {
    if (grantIds.length === 0) return [];
    const snapshot = await (await this.read()).exportSnapshot();
    const done: (T | null)[] = [];
    for (const grantId of grantIds) {
      const database: Database = { ...this.database, read: async (credential) => await this.database.readBeside(credential, { grantId, snapshot }) };
      const beside = new Operation({ ...this.options, database }, this);
      try {
        done.push((await beside.actor()) ? await work(beside, grantId) : null);
      } finally {
        await beside.renew();
      }
    }
    return done;
  }

  async renew(): Promise<void> {
    const { reading } = this;
    this.reading = undefined;
    this.holds = new Map();
    await reading?.then(
      (transaction) => {
        transaction.end();
      },
      () => undefined, // it never began
    );
  }

  audit(line: AuditLine): void {
    this.lines.push(line);
  }

  auditOnce(line: AuditLine): void {
    if (!this.lines.some((known) => known.action === line.action)) this.lines.push(line);
  }

  loader<K, V>(
    name: string,
    batch: (keys: readonly K[]) => Promise<(V | Error)[]>,
    keyOf: (key: K) => string = String,
    when: 'AT_ONCE' | 'HELD_BACK' = 'AT_ONCE',
  ): Loader<K, V> {
    return this.held(name, () => {
      if (when === 'AT_ONCE') return new DataLoader<K, V, string>(batch, { cacheKeyFn: keyOf });
      // A key that was asked for before is not held back again, as it would be by a loader that remembers keys itself.
      const loader = new DataLoader<K, V>(batch, { cache: false, batchScheduleFn: (dispatch) => { this.holdBack(dispatch); } });
      const asked = new Map<string, Promise<V>>();
      const load = (key: K) => {
        const text = keyOf(key);
        const known = asked.get(text) ?? loader.load(key);
        asked.set(text, known);
        return known;
      };
      return { load, prime: (key, value) => asked.set(keyOf(key), Promise.resolve(value)) };
    });
  }

  /** Lets go of all that is held back as soon as nothing is being read: the database answers one while this process works on another. */
  private holdBack(dispatch: () => void): void {
    if (this.waiting.push(dispatch) > 1) return;
    const letGo = () => {
      for (const next of this.waiting.splice(0)) next();
    };
    void this.read().then(async (transaction) => { await transaction.idle(); }).then(letGo, letGo);
  }

  held<T>(name: string, make: () => T): T {
    // A name stands for one type: it is chosen where `make` is.
    const known = this.holds.get(name) as T | undefined;
    if (known !== undefined) return known;
    const made = make();
    this.holds.set(name, made);
    return made;
  }

  /** Ends the snapshot and writes the audit log. Where that fails no answer may leave. */
  async finish(): Promise<void> {
    this.finished = true;
    await this.renew();
    this.touchSession();
    if (this.lines.length === 0) return;
    const lines = this.lines;
    this.lines = [];
    await this.database.write(this.credential, async (transaction) => {
      await this.options.writeAudit(transaction, { requestId: this.requestId, network: this.network, actor: transaction.actor }, lines);
    });
  }

  private async read(): Promise<ReadTransaction> {
    // Where an error empties the answer, sibling resolvers run on after it has left: nobody would end what they begin.
    if (this.finished) throw new Refused('SERVICE_UNAVAILABLE');
    this.reading ??= this.database.read(this.credential);
    const transaction = await this.reading;
    this.lastSeenAt ??= transaction.lastSeenAt;
    return transaction;
  }

  /** Notes at most once a minute that the session is in use. The answer does not wait for it. */
  private touchSession(): void {
    const { lastSeenAt, credential } = this;
    if (lastSeenAt === null || credential === '' || Date.now() - lastSeenAt.getTime() < touchedEveryMilliseconds) return;
    void this.options.touchSession(this.database, credential).catch(() => undefined); // the next request tries again
  }
}
