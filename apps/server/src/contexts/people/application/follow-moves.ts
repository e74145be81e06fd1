import { followUnitMoves } from '../../../kernel/events.ts';
import { renewLimits, shareCalendar } from '../persistence/limit-writes.ts';

/** Where a unit has come to, other days may be worked: the limits that run there move with it. What steps of before say of theirs stays. */
export function keepLimitsOfMovedUnits(): void {
  followUnitMoves({
    before: shareCalendar,
    async after(sql, unitId) {
      await renewLimits(sql, unitId);
    },
  });
}
