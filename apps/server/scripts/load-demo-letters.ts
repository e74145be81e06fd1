import type { DemoProvince } from '@banyan/demo';
import { presentationDueOn, rulePackOn, startDueOn } from '../src/contexts/people/index.ts';
import { write, type Written } from './copy.ts';
import type { Rules } from './load-demo-candidacies.ts';
import type { ProvinceIds } from './load-demo-ids.ts';

/** Letters of transfer of a province with their two limits, as the product reckons them. */
export function writeLetters({ letters }: DemoProvince, ids: ProvinceIds, { calendar }: Rules): Written {
  return write(
    'demo_letter (person_key, kind, state, from_code, to_code, destination, letter_number, issued_on, due_on, moved_on, start_due_on, accepted_on, ended_on, cancel_reason, transferred)',
    letters.map((letter) => {
      const pack = rulePackOn(letter.issuedOn);
      return [
        letter.personKey, letter.kind, letter.state, letter.fromCode, letter.toCode, letter.destination, letter.letterNumber, letter.issuedOn, presentationDueOn(letter.issuedOn, pack, calendar),
        letter.movedOn, letter.movedOn && startDueOn(letter.movedOn, pack, calendar), letter.acceptedOn, letter.endedOn, letter.cancelReason,
        letter.state === 'ACCEPTED' && letter.kind !== 'TEMPORARY' ? ids.standing(letter.personKey, 'TRANSFERRED') : null,
      ];
    }),
  );
}
