import loadHighs from 'highs';

/** A linear relation between unknown counts: the sum of these, each times its factor, is this. */
export interface Relation {
  readonly terms: ReadonlyMap<string, number>;
  readonly equals: number;
}

/** What somebody knows: relations between counts that are none below 0. */
export class Knowledge {
  private readonly relations: Relation[] = [];
  private readonly names = new Map<string, string>();

  private nameOf(unknown: string): string {
    const known = this.names.get(unknown) ?? `x${this.names.size}`;
    this.names.set(unknown, known);
    return known;
  }

  /** Adds that the sum of some unknowns is a number. */
  sumIs(unknowns: readonly string[], equals: number): void {
    const terms = new Map<string, number>();
    for (const unknown of unknowns) terms.set(unknown, (terms.get(unknown) ?? 0) + 1);
    for (const unknown of unknowns) this.nameOf(unknown);
    this.relations.push({ terms, equals });
  }

  /** Names a sum, so that it can be asked for. */
  define(sum: string, unknowns: readonly string[]): void {
    this.nameOf(sum);
    for (const unknown of unknowns) this.nameOf(unknown);
    this.relations.push({ terms: new Map([...unknowns.map((unknown) => [unknown, 1] as const), [sum, -1]]), equals: 0 });
  }

  /** Makes the unknowns of these names known to exist even where no relation speaks of them. */
  mention(unknowns: readonly string[]): void {
    for (const unknown of unknowns) this.nameOf(unknown);
  }

  private program(goal: 'Maximize' | 'Minimize', weights: ReadonlyMap<string, number>): string {
    const side = (terms: ReadonlyMap<string, number>) => [...terms].map(([unknown, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${this.nameOf(unknown)}`).join(' ');
    const rows = this.relations.filter((relation) => relation.terms.size > 0).map((relation, index) => ` c${index}: ${side(relation.terms)} = ${relation.equals}`);
    // No count is larger than a whole country.
    const bounds = [...this.names.values()].map((name) => ` 0 <= ${name} <= 1000000`);
    return `${goal}\n obj: ${side(weights)}\nSubject To\n${rows.join('\n')}\nBounds\n${bounds.join('\n')}\nEnd\n`;
  }

  /**
   * Those of the hidden counts that can have one whole value only, by the bounds of linear programming. What one solution already
   * shows to differ from the truth is not pinned; only what never differs is asked for alone.
   */
  async pinned(hidden: ReadonlyMap<string, number>): Promise<string[]> {
    const highs = await solver;
    const left = new Set(hidden.keys());
    const solve = (goal: 'Maximize' | 'Minimize', weights: ReadonlyMap<string, number>) => {
      const solution = highs.solve(this.program(goal, weights));
      if (solution.Status !== 'Optimal') throw new Error(`What is shown contradicts itself: ${solution.Status}`);
      return (unknown: string) => solution.Columns[this.nameOf(unknown)]!.Primal;
    };
    for (let round = 0; round < 6 && left.size > 0; round += 1) {
      const value = solve(round % 2 ? 'Minimize' : 'Maximize', new Map([...left].map((unknown, index) => [unknown, 1 + ((index * 7 + round * 3) % 11)])));
      for (const unknown of left) if (Math.abs(value(unknown) - hidden.get(unknown)!) >= 1 - 1e-6) left.delete(unknown);
    }
    return [...left].filter((unknown) => {
      const [least, most] = (['Minimize', 'Maximize'] as const).map((goal) => solve(goal, new Map([[unknown, 1]]))(unknown)) as [number, number];
      return Math.ceil(least - 1e-6) === Math.floor(most + 1e-6);
    });
  }
}

const solver = loadHighs();
