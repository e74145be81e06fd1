/** Places that are held for a time: so many in all, and so many by each who holds some. */
export class Places {
  private readonly held = new Map<string, number>();
  private readonly atMost: { readonly inAll: number; readonly each: number };
  private all = 0;

  constructor(atMost: { readonly inAll: number; readonly each: number }) {
    this.atMost = atMost;
  }

  /** Takes a place; false where there is none. */
  take(holder: string): boolean {
    const own = this.held.get(holder) ?? 0;
    if (this.all >= this.atMost.inAll || own >= this.atMost.each) return false;
    this.all += 1;
    this.held.set(holder, own + 1);
    return true;
  }

  giveBack(holder: string): void {
    this.all -= 1;
    const left = (this.held.get(holder) ?? 1) - 1;
    if (left === 0) this.held.delete(holder);
    else this.held.set(holder, left);
  }
}
