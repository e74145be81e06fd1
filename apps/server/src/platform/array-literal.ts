/** An array as PostgreSQL writes it, of words that need no quotes: the driver would look at each letter of hundreds of them. */
export function arrayLiteral(values: readonly string[]): string {
  return `{${values.join(',')}}`;
}
