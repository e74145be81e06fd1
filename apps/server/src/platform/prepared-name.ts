const names = new Map<string, string>();
const preparedAtMost = 200;
const longest = 8_000;

/**
 * A name under which connections keep the plan of a statement whose text follows what is asked. Bounded, because callers decide how
 * many texts there are and how long they are: those beyond get no name and are planned each time.
 */
export function preparedName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= preparedAtMost || text.length > longest) return known;
  const name = `banyan-${names.size}`;
  names.set(text, name);
  return name;
}
