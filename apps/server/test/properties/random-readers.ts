import type { GraphQLSchema } from 'graphql';
import type { BuiltServer } from '../../src/server.ts';
import { ask } from '../worlds/ask.ts';
import { Draw } from '../worlds/draw.ts';
import { roles } from '../worlds/world-model.ts';
import { Documents, introspected, targets, type Target } from './documents.ts';
import { knowledgeOf, knowledgeOfStranger, leaksIn, stranger, type Knowledge } from './judge.ts';
import { literalsFor } from './literals.ts';
import type { Oracle } from './oracle.ts';

/** Codes that a random document may meet; any other is a defect. */
const expected = new Set(['BAD_USER_INPUT', 'FORBIDDEN_FOR_ROLE', 'UNAUTHENTICATED']);

/** Who asks: an account of a role, one whose grant has ended, or somebody who has not signed in. */
export const readerKinds = [...roles, 'ENDED', 'SIGNED_OUT'] as const;
export type ReaderKind = (typeof readerKinds)[number];

/** Readers of all kinds asking random documents, each answer searched byte by byte for what its reader may not know. */
export class RandomReaders {
  readonly oracles: readonly Oracle[];
  readonly leaks: string[] = [];
  readonly defects: string[] = [];
  readonly answers = { data: 0, errors: 0 };
  asked = 0;
  private readonly server: BuiltServer;
  private readonly documents: Documents;
  private knowledge: Knowledge | undefined;
  private readonly known = new Map<string, Knowledge>();
  private root = '';

  private constructor(server: BuiltServer, schema: GraphQLSchema, oracles: readonly Oracle[]) {
    this.server = server;
    this.oracles = oracles;
    this.documents = new Documents(schema, (draw, name, type, target) => literalsFor(this.knowledge!, () => this.root)(draw, name, type, target));
  }

  /** Readers of a server's worlds. */
  static async meet(server: BuiltServer, oracles: readonly Oracle[]): Promise<RandomReaders> {
    return new RandomReaders(server, await introspected(server), oracles);
  }

  private reader(oracle: Oracle, kind: ReaderKind, draw: Draw): Knowledge | null {
    if (kind === 'SIGNED_OUT') return knowledgeOfStranger(oracle);
    const accounts = oracle.world.accounts.filter(({ grants: [grant] }) => (kind === 'ENDED' ? grant!.ended !== undefined : grant!.ended === undefined && grant!.role === kind));
    if (accounts.length === 0) return null;
    const account = draw.pick(accounts);
    const known = this.known.get(account.name) ?? knowledgeOf(oracle, account);
    this.known.set(account.name, known);
    return known;
  }

  /** Asks one document of a target as some reader of a kind; some are asked twice, because the second time they are compiled. */
  async ask({ oracle, kind, target, seed }: { oracle: Oracle; kind: ReaderKind; target: Target; seed: number }): Promise<void> {
    const draw = new Draw(oracle.world.seed * 10_000 + seed * 100 + readerKinds.indexOf(kind) * 10 + targets.indexOf(target));
    const knowledge = this.reader(oracle, kind, draw);
    if (!knowledge) return;
    this.knowledge = knowledge;
    this.root = draw.pick(['unit', 'person', 'candidacy', 'transfer', 'target', 'document', 'any']);
    const document = this.documents.write(draw, kind, target);
    for (let times = draw.chance(20) ? 3 : 1; times > 0; times -= 1) await this.judge(knowledge, document.text, `world ${oracle.world.seed}, seed ${seed}, ${target}`);
  }

  private async judge(knowledge: Knowledge, text: string, where: string): Promise<void> {
    const answer = await ask(this.server, knowledge.account === stranger ? null : knowledge.account.name, text);
    this.asked += 1;
    const label = `${where}, ${knowledge.account.name} ${knowledge.role ?? 'nobody'}@${knowledge.scope}: ${text}`;
    const hasData = answer.data !== null && Object.values(answer.data).some((value) => value !== null);
    for (const leak of leaksIn(knowledge, { bytes: answer.bytes, hasData }, text)) this.leaks.push(`${leak} in ${label}\n${answer.body}`);
    for (const error of answer.errors) {
      if (!expected.has(error.extensions.code)) this.defects.push(`${error.extensions.code} from ${label}\n${error.message}`);
    }
    this.answers.data += hasData ? 1 : 0;
    this.answers.errors += answer.errors.length > 0 ? 1 : 0;
  }

  /** Cells (part of the schema × reader × target) that were asked too seldom. */
  unasked(least: number): string[] {
    return targets.flatMap((target) => readerKinds.flatMap((kind) => this.documents.askedLessThan(least, kind, target).map((coordinate) => `${coordinate} ${kind} ${target}`)));
  }

  /** The readers and targets of cells that were asked too seldom. */
  neglected(least: number): [ReaderKind, Target][] {
    return readerKinds.flatMap((kind) => targets.flatMap((target): [ReaderKind, Target][] => (this.documents.askedLessThan(least, kind, target).length > 0 ? [[kind, target]] : [])));
  }
}
