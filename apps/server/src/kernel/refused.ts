import type { ErrorCode } from '@banyan/schema/error-codes';

/** A question that is refused as a whole, with the code and, where there is one, the argument that is to blame. */
export class Refused extends Error {
  readonly code: ErrorCode;
  readonly argument: string | undefined;

  constructor(code: ErrorCode, argument?: string) {
    super(code);
    this.code = code;
    this.argument = argument;
  }
}
