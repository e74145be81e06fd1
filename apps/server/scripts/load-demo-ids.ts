import type { DemoFact, DemoFactKind, DemoProvince } from '@banyan/demo';
import { uuidv7 } from './uuid.ts';

/** The ids by which a province's people and its ledger, which are loaded side by side, know each other. */
export class ProvinceIds {
  readonly #people = new Map<string, string>();
  readonly #facts = new Map<DemoFact, string>();
  readonly #standing = new Map<string, Map<DemoFactKind, string>>();

  constructor({ people, candidates, facts }: DemoProvince) {
    for (const { key } of people) this.#people.set(key, uuidv7());
    for (const { key } of candidates) this.#people.set(key, uuidv7());
    for (const fact of facts) {
      const id = uuidv7();
      this.#facts.set(fact, id);
      if (fact.reversedAt !== undefined) continue;
      const own = this.#standing.get(fact.personKey);
      if (own) own.set(fact.kind, id);
      else this.#standing.set(fact.personKey, new Map([[fact.kind, id]]));
    }
  }

  person(key: string): string | undefined {
    return this.#people.get(key);
  }

  fact(of: DemoFact): string | undefined {
    return this.#facts.get(of);
  }

  /** A person's fact of a kind that was not reversed. */
  standing(key: string, kind: DemoFactKind): string | undefined {
    return this.#standing.get(key)?.get(kind);
  }
}
