import { readFile, writeFile } from 'node:fs/promises';

/** Something that must agree with something else. */
export interface Check {
  readonly name: string;
  /** What differs, or null. */
  run(): Promise<string | null>;
}

/** A file that is generated and checked in: how it is made, and where it lies. `write` rewrites it instead of complaining. */
export function generatedFile(file: { name: string; path: string; make: () => Promise<string>; write: boolean }): Check {
  return {
    name: file.name,
    async run() {
      const made = await file.make();
      const checkedIn = (await readFile(file.path, 'utf8').catch(() => '')).replaceAll('\r\n', '\n');
      if (made === checkedIn) return null;
      if (!file.write) return `${firstDifference(made, checkedIn)}\n    npm run check:drift -- --write rewrites it.`;
      await writeFile(file.path, made);
      return null;
    },
  };
}

function firstDifference(made: string, checkedIn: string): string {
  const [left, right] = [made.split('\n'), checkedIn.split('\n')];
  const index = left.findIndex((line, at) => line !== right[at]);
  const at = index === -1 ? left.length : index;
  const shown = (line: string | undefined) => line?.slice(0, 200) ?? '(end)';
  return `line ${at + 1}\n    checked in: ${shown(right[at])}\n    made now:   ${shown(left[at])}`;
}

/** The differences as one text, or null where there is none. */
export function listed(differences: readonly string[]): string | null {
  return differences.length === 0 ? null : differences.map((difference) => `\n    ${difference}`).join('');
}

/** What one list has and the other lacks, both ways. */
export function compareLists(name: string, left: { of: string; values: readonly string[] }, right: { of: string; values: readonly string[] }): string[] {
  const only = (these: readonly string[], those: readonly string[]) => these.filter((value) => !those.includes(value));
  return [
    ...only(left.values, right.values).map((value) => `${name}: ${value} is in ${left.of} and not in ${right.of}`),
    ...only(right.values, left.values).map((value) => `${name}: ${value} is in ${right.of} and not in ${left.of}`),
  ];
}
