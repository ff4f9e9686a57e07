import { DomainError, type ProblemCode } from '@octavo/domain';

/** A file that cannot be read: which it is, and why. */
export interface UnreadableFile {
  fileId: string;
  /** Below its library's folder. */
  path: string;
  format: string;
  code: string;
  detail: string;
}

/** Files somebody wanted read that cannot be; there is one at least. */
export class UnreadableFiles extends DomainError {
  readonly errors: { path: string; message: string; fileId: string; format: string; code: string }[];

  constructor(files: readonly UnreadableFile[]) {
    super(files[0]!.code as ProblemCode, files.map(({ path, detail }) => `${path}: ${detail}`).join('; '));
    this.errors = files.map(({ path, detail, fileId, format, code }) => ({
      path,
      message: detail,
      fileId,
      format,
      code,
    }));
  }
}
