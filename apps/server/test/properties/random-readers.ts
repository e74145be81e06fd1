import type { GraphQLSchema } from 'graphql';
import type { BuiltServer } from '../../src/server.ts';
import { ask, type Answer } from '../worlds/ask.ts';
import { Draw } from '../worlds/draw.ts';
import { nightly } from '../worlds/sizes.ts';
import { roles } from '../worlds/world-model.ts';
import type { Written } from './coverage.ts';
import { Documents, introspected, type Literal } from './documents.ts';
import { targets, type Target } from './schema-edges.ts';
import { knowledgeOf, knowledgeOfStranger, leaksIn, stranger, type Knowledge } from './judge.ts';
import { literalsFor } from './literals.ts';
import type { Oracle } from './oracle.ts';

/** Codes that a random document may meet; any other is a defect. */
const expected = new Set(['BAD_USER_INPUT', 'FORBIDDEN_FOR_ROLE', 'UNAUTHENTICATED']);

/** Who asks: an account of a role, one whose grant has ended, or somebody who has not signed in. */
export const readerKinds = [...roles, 'ENDED', 'SIGNED_OUT'] as const;
export type ReaderKind = (typeof readerKinds)[number];

interface Question {
  readonly oracle: Oracle;
  readonly kind: ReaderKind;
  readonly target: Target;
  readonly seed: number;
  /** The coordinates that each of its parts asks for; else what was asked or answered least. */
  readonly wanted?: readonly (readonly string[])[];
  /** The name of who asks; else somebody of the kind. */
  readonly account?: string;
}

/** How often a document is asked again: the second time it is compiled, and the third it is taken as it was compiled. */
const timesAgain = nightly ? 2 : 1;

/** How many documents are asked towards a type of which nothing was met. */
const insistence = 20;

/** Readers of all kinds asking random documents, each answer searched byte by byte for what its reader may not know. */
export class RandomReaders {
  readonly oracles: readonly Oracle[];
  readonly leaks: string[] = [];
  readonly defects: string[] = [];
  readonly answers = { data: 0, errors: 0 };
  asked = 0;
  private readonly server: BuiltServer;
  private readonly documents: Documents;
  private literal: Literal | undefined;
  private readonly known = new Map<string, Knowledge>();

  private constructor(server: BuiltServer, schema: GraphQLSchema, oracles: readonly Oracle[]) {
    this.server = server;
    this.oracles = oracles;
    this.documents = new Documents(schema, (draw, at) => this.literal!(draw, at));
  }

  /** Readers of a server's worlds. */
  static async meet(server: BuiltServer, oracles: readonly Oracle[]): Promise<RandomReaders> {
    return new RandomReaders(server, await introspected(server), oracles);
  }

  private reader({ oracle, kind, account: name }: Question, draw: Draw): Knowledge | null {
    if (kind === 'SIGNED_OUT') return knowledgeOfStranger(oracle);
    const named = oracle.world.accounts.filter((account) => account.name === name);
    const accounts = named.length > 0 ? named : oracle.world.accounts.filter(({ grants: [grant] }) => (kind === 'ENDED' ? grant!.ended !== undefined : grant!.ended === undefined && grant!.role === kind));
    if (accounts.length === 0) return null;
    const account = draw.pick(accounts);
    const known = this.known.get(account.name) ?? knowledgeOf(oracle, account);
    this.known.set(account.name, known);
    return known;
  }

  /** Asks one document of a target as some reader of a kind, towards coordinates if some are wanted; some are asked again, because the second time they are compiled. */
  async ask(question: Question): Promise<void> {
    const { oracle, kind, target, seed, wanted = [] } = question;
    const draw = new Draw(oracle.world.seed * 10_000 + seed * 100 + readerKinds.indexOf(kind) * 10 + targets.indexOf(target));
    const knowledge = this.reader(question, draw);
    if (!knowledge) return;
    const other = this.oracles[(this.oracles.indexOf(oracle) + 1) % this.oracles.length]!;
    this.literal = literalsFor({ knowledge, elsewhere: other.world });
    const document = this.documents.write(draw, kind, target, wanted);
    const answer = await this.judge(knowledge, document, `world ${oracle.world.seed}, seed ${seed}, ${target}`);
    this.documents.coverageOf(kind, target).count(document, answer, knowledge.account.name);
    for (let again = draw.chance(20) ? timesAgain : 0; again > 0; again -= 1) await this.judge(knowledge, document, `world ${oracle.world.seed}, seed ${seed}, ${target}, again`);
  }

  /** Asks by name for what chance has left out: for types of which a kind of reader has met nothing, and then, where it has, until each cell is answered so often. */
  async insist(kind: ReaderKind, target: Target, least: number): Promise<void> {
    let seed = 1_000;
    const tried = new Map<string, number>();
    const next = () => ({ oracle: this.oracles[seed % this.oracles.length]!, kind, target, seed: (seed += 1) });
    for (const type of target === 'in' ? this.documents.unmet(kind, target) : []) {
      const wanted = Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
      for (let turn = 0; turn < insistence && this.documents.mayMeet(kind, target, type); turn += 1) await this.ask({ ...next(), wanted: [[wanted[turn % wanted.length]!]] });
    }
    // Who asks may meet what nobody met before: its cells come last.
    for (let turn = 0; turn < insistence * 100; turn += 1) {
      const cells = this.documents.answeredLessThan(least, kind, target).toSorted((a, b) => (tried.get(a.coordinate) ?? 0) - (tried.get(b.coordinate) ?? 0));
      const [first] = cells;
      if (!first) return;
      const account = first.readers[turn % first.readers.length];
      // What the same reader met besides goes along.
      const reached = cells.filter(({ readers }) => account === undefined || readers.includes(account)).map(({ coordinate }) => coordinate);
      const wanted = this.documents.together(reached);
      for (const coordinate of wanted.flat()) tried.set(coordinate, (tried.get(coordinate) ?? 0) + 1);
      const question = next();
      await this.ask({ ...question, oracle: this.oracles.find(({ world }) => world.accounts.some(({ name }) => name === account)) ?? question.oracle, wanted, ...(account === undefined ? {} : { account }) });
    }
  }

  private async judge(knowledge: Knowledge, document: Written, where: string): Promise<Answer> {
    const answer = await ask(this.server, knowledge.account === stranger ? null : knowledge.account.name, document.text, document.variables);
    this.asked += 1;
    const text = `${document.text} ${JSON.stringify(document.variables)}`;
    const label = `${where}, ${knowledge.account.name} ${knowledge.role ?? 'nobody'}@${knowledge.scope}: ${text}`;
    const hasData = answer.data !== null && Object.values(answer.data).some((value) => value !== null);
    for (const leak of leaksIn(knowledge, { bytes: answer.bytes, hasData }, text)) this.leaks.push(`${leak} in ${label}\n${answer.body}`);
    for (const error of answer.errors) {
      if (!expected.has(error.extensions.code)) this.defects.push(`${error.extensions.code} from ${label}\n${error.message}`);
    }
    this.answers.data += hasData ? 1 : 0;
    this.answers.errors += answer.errors.length > 0 ? 1 : 0;
    return answer;
  }

  /** Cells (part of the schema × reader × target) that were answered too seldom, of what can be reached. */
  unanswered(least: number): string[] {
    return targets.flatMap((target) => readerKinds.flatMap((kind) => this.documents.answeredLessThan(least, kind, target).map(({ coordinate }) => `${coordinate} ${kind} ${target}`)));
  }

  /** The types of which a kind of reader has met no object although its guards let it: what is not refused and was not there. */
  missed(kind: ReaderKind): string[] {
    return this.documents.unmet(kind, 'in').filter((type) => this.documents.mayMeet(kind, 'in', type)).map(({ name }) => name).toSorted();
  }

  /** The types of which no reader of some kinds has met an object. */
  unmet(kinds: readonly ReaderKind[]): string[] {
    const [first = [], ...others] = kinds.map((kind) => this.documents.unmet(kind, 'in').map(({ name }) => name));
    return first.filter((name) => others.every((names) => names.includes(name))).toSorted();
  }
}
