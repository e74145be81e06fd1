import type { GraphQLSchema } from 'graphql';
import type { BuiltServer } from '../../src/server.ts';
import { ask } from '../worlds/ask.ts';
import { Draw } from '../worlds/draw.ts';
import { roles, type Role } from '../worlds/world-model.ts';
import { Documents, introspected, targets, type Target } from './documents.ts';
import { knowledgeOf, leaksIn, type Knowledge } from './judge.ts';
import { literalsFor } from './literals.ts';
import type { Oracle } from './oracle.ts';

/** Codes that a random document may meet; any other is a defect. */
const expected = new Set(['BAD_USER_INPUT', 'FORBIDDEN_FOR_ROLE', 'UNAUTHENTICATED']);

/** Accounts of all roles asking random documents, each answer searched byte by byte for what its reader may not know. */
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

  private reader(oracle: Oracle, role: Role, draw: Draw): Knowledge | null {
    const accounts = oracle.world.accounts.filter((account) => account.grants[0]!.role === role);
    if (accounts.length === 0) return null;
    const account = draw.pick(accounts);
    const known = this.known.get(account.name) ?? knowledgeOf(oracle, account);
    this.known.set(account.name, known);
    return known;
  }

  /** Asks one document of a target as some account of a role; some are asked twice, because the second time they are compiled. */
  async ask({ oracle, role, target, seed }: { oracle: Oracle; role: Role; target: Target; seed: number }): Promise<void> {
    const draw = new Draw(oracle.world.seed * 10_000 + seed * 100 + roles.indexOf(role) * 10 + targets.indexOf(target));
    const knowledge = this.reader(oracle, role, draw);
    if (!knowledge) return;
    this.knowledge = knowledge;
    this.root = draw.pick(['unit', 'person', 'any']);
    const document = this.documents.write(draw, role, target);
    for (let times = draw.chance(20) ? 3 : 1; times > 0; times -= 1) await this.judge(knowledge, document.text, `world ${oracle.world.seed}, seed ${seed}, ${target}`);
  }

  private async judge(knowledge: Knowledge, text: string, where: string): Promise<void> {
    const answer = await ask(this.server, knowledge.account.name, text);
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

  /** Cells (part of the schema × role × target) that were asked too seldom. */
  unasked(least: number): string[] {
    return targets.flatMap((target) => this.documents.coordinates(target).flatMap((coordinate) => roles.map((role) => `${coordinate} ${role} ${target}`))).filter((cell) => (this.documents.hits.get(cell) ?? 0) < least);
  }

  /** The roles and targets of cells that were asked too seldom. */
  neglected(least: number): [Role, Target][] {
    const cells = this.unasked(least);
    return roles.flatMap((role) => targets.flatMap((target): [Role, Target][] => (cells.some((cell) => cell.endsWith(` ${role} ${target}`)) ? [[role, target]] : [])));
  }
}
