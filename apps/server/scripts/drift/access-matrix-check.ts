import { accessMatrix, accessMatrixPath } from '../emit-access-matrix.ts';
import { generatedFile, type Check } from './check.ts';

/** The policy in code is docs/access-matrix.md. */
export function accessMatrixCheck(write: boolean): Check {
  return generatedFile({
    name: 'the policy in code is docs/access-matrix.md',
    path: accessMatrixPath,
    make: async () => await Promise.resolve(accessMatrix()),
    write,
  });
}
