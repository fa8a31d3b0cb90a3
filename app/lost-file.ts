/** A file may go while it is sent: the pages were built anew beneath the running program. That ends the answer, not the program. */
import type { Writable } from "node:stream";

export function endWithItsFile(response: Writable): void {
  response.on("pipe", (file: NodeJS.ReadableStream) => {
    file.on("error", () => response.destroy());
  });
}
