/** An answer that is a file, written as it is read. */
export class Download {
  readonly fileName: string;
  readonly type: string;
  readonly stream: ReadableStream<Uint8Array>;
  /** @param fileName plain ASCII without quotes */
  constructor(fileName: string, type: string, stream: ReadableStream<Uint8Array>) {
    this.fileName = fileName;
    this.type = type;
    this.stream = stream;
  }
}

export const downloadResponse = ({ fileName, type, stream }: Download, status: number): Response =>
  new Response(stream, {
    status,
    headers: { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${fileName}"` },
  });
