import type { FileMeasure, FileMediaType, PaperKind } from '@banyan/schema/lifecycle';
import type { FileRefusal } from '../../../kernel/file-refusal.ts';

/**
 * Papers that tell what a check of somebody's background found, or what others said of it: no file goes with them (their day, body,
 * conclusion and number are noted). The biography carries the conclusions of those who checked it.
 */
const papersWithoutFile: readonly PaperKind[] = ['BIOGRAPHY', 'VERIFICATION', 'OPINION_SUMMARY', 'RESIDENCE_OPINION', 'MASS_ORGANISATION_OPINION', 'PROBATION_OPINION'];

/** Whether a file can be kept with a paper of a kind. */
export function takesFile(kind: PaperKind): boolean {
  return !papersWithoutFile.includes(kind);
}

/** The ends of names, by what a file is. */
const endings: Readonly<Record<FileMediaType, readonly [string, ...string[]]>> = {
  'application/pdf': ['pdf'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'image/heic': ['heic', 'heif'],
};

/** How many of the first bytes tell what a file is. */
export const tellingBytes = 16;

const brandsOfHeic: readonly string[] = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'];

/** What a file is by its first bytes, whatever it is called; null where it is nothing that is kept. */
export function mediaTypeOf(first: Uint8Array): FileMediaType | null {
  const text = Buffer.from(first).toString('latin1');
  if (text.startsWith('%PDF-')) return 'application/pdf';
  if (text.startsWith('\xFF\xD8\xFF')) return 'image/jpeg';
  if (text.startsWith('\x89PNG\r\n\x1A\n')) return 'image/png';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'image/webp';
  return text.slice(4, 8) === 'ftyp' && brandsOfHeic.includes(text.slice(8, 12)) ? 'image/heic' : null;
}

const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
const longest = 120;

/** The name under which a file is kept: without folders, signs that a system gives a meaning, and with the end that its content has. Null where it holds what cannot be seen. */
export function fileNameOf(sent: string, mediaType: FileMediaType): string | null {
  const name = sent.normalize('NFC').split(/[/\\]/).at(-1)?.trim() ?? '';
  if (unseen.test(name)) return null;
  const stem = name.replaceAll(/["*:<>?|]/g, ' ').replaceAll(/\s+/g, ' ').replace(/\.[^.]{1,8}$/, '').replace(/^[. ]+|[. ]+$/g, '');
  const sentEnding = /\.([^.]{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const [usual, ...others] = endings[mediaType];
  const ending = others.includes(sentEnding) ? sentEnding : usual;
  return `${(stem === '' ? 'tep' : stem).slice(0, longest - 6).toWellFormed().replaceAll('\uFFFD', '')}.${ending}`;
}

/** What is limited, by its measure: bytes, and files of one paper. */
export type FileLimits = Readonly<Record<FileMeasure, number>>;

/** What a file would be added to. */
export interface RoomForFile {
  readonly kind: PaperKind;
  readonly isThere: boolean;
  readonly filesOfPaper: number;
  readonly bytesOfCandidacy: number;
  readonly bytesOfAccountToday: number;
}

/** Why a file of so many bytes cannot be added, or null. */
export function judgeFile(room: RoomForFile, bytes: number, limits: FileLimits): FileRefusal | null {
  if (!takesFile(room.kind)) return { code: 'TAKES_NO_FILE' };
  if (!room.isThere) return { code: 'NOT_THERE' };
  if (bytes > limits.FILE_BYTES) return { code: 'TOO_LARGE', limit: { of: 'BYTES', allowed: limits.FILE_BYTES } };
  if (room.filesOfPaper >= limits.PAPER_FILES) return { code: 'TOO_MANY_FILES', limit: { of: 'FILES', allowed: limits.PAPER_FILES } };
  if (room.bytesOfCandidacy + bytes > limits.CANDIDACY_BYTES) return { code: 'CANDIDACY_FULL', limit: { of: 'BYTES', allowed: limits.CANDIDACY_BYTES } };
  return room.bytesOfAccountToday + bytes > limits.ACCOUNT_DAY_BYTES ? { code: 'DAY_FULL', limit: { of: 'BYTES', allowed: limits.ACCOUNT_DAY_BYTES } } : null;
}
