/** A stand-in that loads nothing; the real loader takes its place. */
export async function loadDemonstration({ log }: { ownerUrl: string; log: (line: string) => void }): Promise<void> {
  log('(no demonstration data yet)');
}
