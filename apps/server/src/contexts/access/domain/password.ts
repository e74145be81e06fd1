import { hash, verify, type Options } from '@node-rs/argon2';

/** Argon2id with 64 MiB, three passes and one lane; the numbers stand in the hash, so that they can change. */
const parameters: Options = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

/** The hash of a password, in the form that carries its own parameters. */
export async function hashPassword(password: string): Promise<string> {
  return await hash(password.normalize('NFC'), parameters);
}

/** What an unknown account is compared with, so that it takes the same time as a known one. */
let decoy: Promise<string> | undefined;

/** Whether the password belongs to the hash. With no hash it takes as long and answers no. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword('an account that does not exist');
  const matches = await verify(passwordHash ?? (await decoy), password.normalize('NFC')).catch(() => false);
  return matches && passwordHash !== null;
}
