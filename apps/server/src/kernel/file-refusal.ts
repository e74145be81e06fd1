import type { FileRefusalCode } from '@banyan/schema/lifecycle';

/** Why a file was not kept or not given, and the limit that it met: bytes, or files of one paper. */
export interface FileRefusal {
  readonly code: FileRefusalCode;
  readonly limit?: { readonly of: 'BYTES' | 'FILES'; readonly allowed: number };
}
