// yazl ships no types; these are the parts that the tests use to make archives.
declare module "yazl" {
  export class ZipFile {
    readonly outputStream: NodeJS.ReadableStream;
    addBuffer(buffer: Buffer, metadataPath: string, options?: { compress?: boolean }): void;
    end(): void;
  }
}
