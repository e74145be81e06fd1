import * as words from '@banyan/schema/supervision';
import { enSupervision as en } from '@banyan/schema/texts/en-supervision';
import { enumOf } from './graphql-enums.ts';

/* The enums of supervision, described in the words that both sides print. */

export const SupervisionKindEnum = enumOf('SupervisionKind', 'What a supervisor is to a unit.', words.supervisionKinds, (value) => en.kinds[value]);
export const SupervisionStateEnum = enumOf('SupervisionState', 'Where an assignment stands today.', words.supervisionStates, (value) => en.states[value]);
export const SupervisionEndCauseEnum = enumOf('SupervisionEndCause', 'Why an assignment ended before its last day.', words.supervisionEndCauses, (value) => en.endCauses[value]);
export const SupervisionRefusalCodeEnum = enumOf('SupervisionRefusalCode', 'Why an assignment was not made, changed or ended.', words.supervisionRefusalCodes, (value) => en.refusals[value]);
