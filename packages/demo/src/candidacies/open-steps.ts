import type { Random } from '../chance/random.ts';
import { dateOf, type Day } from '../time/calendar.ts';
import type { DemoStep } from '../types.ts';
import { extension } from './admitted.ts';
import type { OpenPlan } from './open-plan.ts';
import { stepOf, waysOn, waysTo, type Milestone, type Traveller } from './way.ts';

const returnReasons = ['Thiếu ý kiến nhận xét nơi cư trú', 'Lý lịch khai chưa đầy đủ, cần thẩm tra bổ sung', 'Giấy giới thiệu quá thời hạn 12 tháng'];
const refusalReasons = ['Chưa đủ điều kiện, tiêu chuẩn', 'Kết luận thẩm tra lý lịch chưa rõ'];
const droppingReasons = ['Chuyển đi nơi khác, không còn quan hệ với chi bộ', 'Giảm sút ý chí phấn đấu', 'Vi phạm quy ước của khu dân cư'];
const withdrawalReasons = ['Tự nguyện xin thôi vì hoàn cảnh gia đình', 'Đi làm ăn xa lâu dài'];

/** From so many days after the proposal of a cell on the decision can be longer than the 60 working days. */
const longWait = 86;
const longWaitForCeremony = 38;

/** The milestones of a candidate, oldest first. `share`, from 0 to 1, is how far back in the plan's stretch the candidate stands. */
export function milestonesOf(traveller: Traveller, plan: OpenPlan, share: number, until: Day): Milestone[] {
  const [least, most] = plan.daysAgo;
  // Certificates are many of the last years and few of long ago.
  const eased = plan.state === 'TRAINED' ? share * share : share;
  const anchor: Milestone = { step: plan.anchor, on: until - Math.round(least + eased * (most - least)) };
  return [...waysTo(traveller, anchor, false), ...waysOn(traveller, anchor, plan.reached, until)];
}

/** The steps of a candidate: the milestones, then what the state asks for after them. */
export function stepsOfCandidate(traveller: Traveller, plan: OpenPlan, milestones: readonly Milestone[], until: Day): DemoStep[] {
  return [...milestones.map((milestone) => stepOf(traveller, milestone)), ...ending(traveller.random, plan, milestones, until)];
}

function ending(random: Random, { state, anchor }: OpenPlan, milestones: readonly Milestone[], until: Day): DemoStep[] {
  const last = milestones.at(-1)?.on ?? until;
  const anchored = milestones.find(({ step }) => step === anchor)?.on ?? last;
  const after = (least: number, most: number) => dateOf(Math.min(until, last + random.between(least, most)));
  switch (state) {
    case 'RETURNED':
      return [{ step: 'RETURNED', on: after(4, 14), documentNumber: `${random.between(10, 200)}-CV/ĐU`, reason: random.pick(returnReasons) }];
    case 'REFUSED':
      return [{ step: 'REFUSED', on: after(10, 40), documentNumber: `${random.between(10, 200)}-TB/ĐU`, reason: random.pick(refusalReasons) }];
    case 'DROPPED':
      return [{ step: 'DROPPED', on: after(20, 300), reason: random.pick(droppingReasons) }];
    case 'WITHDRAWN':
      return [{ step: 'WITHDRAWN', on: after(20, 200), reason: random.pick(withdrawalReasons) }];
    case 'SUBMITTED':
    case 'ADMISSION_DECIDED': {
      const isLong = until - anchored > (state === 'SUBMITTED' ? longWait : longWaitForCeremony);
      return isLong && random.chance(0.35) ? [extension(random, until - random.between(0, 2))] : [];
    }
    default:
      return [];
  }
}
