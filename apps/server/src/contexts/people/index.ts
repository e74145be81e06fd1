import { keepLimitsOfMovedUnits } from './application/follow-moves.ts';

keepLimitsOfMovedUnits();

export { giveFile } from './application/give-file.ts';
export { admitUpload, keepUpload, type FileContext } from './application/keep-upload.ts';
export { approvalPathOf, committeeProposes, type ChainUnit } from './domain/approval-path.ts';
export { deadlineOf, dueOnOf, type Deadline } from './domain/deadline.ts';
export { beginDossier, takeStep, type Dossier, type RecordedStep } from './domain/dossier.ts';
export { mediaTypeOf, tellingBytes } from './domain/kept-file.ts';
export { rulePackOn } from './domain/rule-pack.ts';
export { presentationDueOn, startDueOn } from './domain/transfer.ts';
export type { WorkingCalendar } from './domain/working-days.ts';
export { checkedSearch } from './graphql/checked-search.ts';
export { EvidenceSubjectResolver, PersonResolver } from './graphql/person-resolver.ts';
export { CandidacyRefusedResolver, CandidacyResolver, StepOptionResolver } from './graphql/candidacy-resolver.ts';
export { CandidacyQueries } from './graphql/candidacy-queries.ts';
export { CandidacyMutations } from './graphql/candidacy-mutations.ts';
export { SensitiveMutations } from './graphql/sensitive-mutations.ts';
export { HolidayMutations, HolidayResolver, HolidayYearResolver, RulesQueries } from './graphql/rules-resolver.ts';
export { PowerMutations, PowerRefusedResolver, UnitAuthorityResolver, UnitPowersResolver } from './graphql/authority-resolver.ts';
export { RuleRefusedResolver } from './graphql/rules-values.ts';
export { PersonalMutations } from './graphql/personal-mutations.ts';
export { PersonalResolver, PersonRefusedResolver } from './graphql/personal-resolver.ts';
export { TodoResolver } from './graphql/todo-resolver.ts';
export { TransferMutations } from './graphql/transfer-mutations.ts';
export { PersonTransfersResolver, TransferQueries, TransferRefusedResolver, TransferResolver } from './graphql/transfer-resolver.ts';
export { keptFilesAmong } from './persistence/file-rows.ts';
export { ConflictType } from './graphql/change-refused.ts';
