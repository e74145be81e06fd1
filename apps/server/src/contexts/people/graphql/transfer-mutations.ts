import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { decodeIdOf } from '../../../kernel/ids.ts';
import type { RequestContext } from '../../../platform/request-context.ts';
import { acceptTransfer, claimTransfer } from '../application/accept-transfer.ts';
import { cancelTransfer, endTemporaryTransfer } from '../application/close-transfer.ts';
import { issueTransfer } from '../application/issue-transfer.ts';
import * as inputs from './transfer-inputs.ts';
import { TransferResult } from './transfer-types.ts';
import { transferOutcome } from './transfer-values.ts';

@Resolver()
export class TransferMutations {
  @Mutation(() => TransferResult, { description: 'Issues a letter of transfer for somebody of the scope. Until it is accepted the person stays with the old unit.' })
  async issueTransfer(@Ctx() context: RequestContext, @Arg('input', () => inputs.IssueTransferInput, { description: 'The letter.' }) input: inputs.IssueTransferInput) {
    const { person, toUnit = null, movedOn = null, until = null, ...rest } = input;
    const letter = { ...rest, movedOn, until, personId: decodeIdOf('Person', person), isAddressed: toUnit !== null, toUnitId: toUnit === null ? null : decodeIdOf('Unit', toUnit) };
    return await transferOutcome(context, await issueTransfer(context, letter));
  }

  @Mutation(() => TransferResult, { description: 'Accepts a letter that is addressed to a unit of the scope: the person, with the file, belongs there from that day on.' })
  async acceptTransfer(@Ctx() context: RequestContext, @Arg('input', () => inputs.AcceptTransferInput, { description: 'The letter and the day.' }) input: inputs.AcceptTransferInput) {
    const { transfer, ...rest } = input;
    return await transferOutcome(context, await acceptTransfer(context, { ...rest, transferId: decodeIdOf('Transfer', transfer) }));
  }

  @Mutation(() => TransferResult, { description: 'Accepts the letter whose code was brought on paper, for a cell of the scope.' })
  async claimTransfer(@Ctx() context: RequestContext, @Arg('input', () => inputs.ClaimTransferInput, { description: 'The code, the cell and the day.' }) input: inputs.ClaimTransferInput) {
    const { unit, ...rest } = input;
    return await transferOutcome(context, await claimTransfer(context, { ...rest, unitId: decodeIdOf('Unit', unit) }));
  }

  @Mutation(() => TransferResult, { description: 'Cancels a letter of the scope that waits to be accepted.' })
  async cancelTransfer(@Ctx() context: RequestContext, @Arg('input', () => inputs.CancelTransferInput, { description: 'The letter, and why.' }) input: inputs.CancelTransferInput) {
    const { transfer, ...rest } = input;
    return await transferOutcome(context, await cancelTransfer(context, { ...rest, transferId: decodeIdOf('Transfer', transfer) }));
  }

  @Mutation(() => TransferResult, { description: 'Ends a temporary transfer: the member is back in the home unit, where they were counted all the time.' })
  async endTemporaryTransfer(@Ctx() context: RequestContext, @Arg('input', () => inputs.EndTemporaryTransferInput, { description: 'The letter and the day.' }) input: inputs.EndTemporaryTransferInput) {
    const { transfer, ...rest } = input;
    return await transferOutcome(context, await endTemporaryTransfer(context, { ...rest, transferId: decodeIdOf('Transfer', transfer) }));
  }
}
