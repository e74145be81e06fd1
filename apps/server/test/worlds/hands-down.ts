/** Whether a unit of a world, by its place in it, has handed down its document and its plan: every other one has. */
export function handsDown(unit: number): boolean {
  return unit % 2 === 0;
}
