import { KepubText } from '@octavo/converters';
import { DomainError } from '@octavo/domain';
import type { FileAccess } from '@octavo/storage';

/** The KEPUBs one piece of work looks into, each opened and read once. Close it. */
export class OpenKepubs {
  private readonly texts = new Map<string, Promise<KepubText | undefined>>();
  private readonly opened: FileAccess[] = [];

  /** `open` gives the file of a checksum, or undefined when there is none. */
  constructor(private readonly open: (content: string) => Promise<FileAccess | undefined>) {}

  /** Undefined when it is gone. Throws what KepubText.open throws. */
  text(content: string): Promise<KepubText | undefined> {
    const known = this.texts.get(content) ?? this.read(content);
    this.texts.set(content, known);
    return known;
  }

  /** As `text`, for one we can do without: undefined as well when it cannot be read. */
  async textIfReadable(content: string): Promise<KepubText | undefined> {
    try {
      return await this.text(content);
    } catch (error) {
      if (error instanceof DomainError && error.kind === 'corrupt') return undefined;
      throw error;
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.opened.map((access) => access.close()));
  }

  private async read(content: string): Promise<KepubText | undefined> {
    const access = await this.open(content);
    if (!access) return undefined;
    this.opened.push(access);
    return KepubText.open(access);
  }
}
