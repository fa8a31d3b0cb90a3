/** A mail server that takes every letter and keeps it: the outside world of invitations, speaking just enough SMTP. */
import { createServer } from "node:net";

export interface MailSink {
  /** What SMTP_URL is set to. */
  url: string;
  /** Whole letters, headers and text, as they came; quoted-printable line ends undone. */
  letters: string[];
  close(): Promise<void>;
}

/** `refuses`: says no to every letter, as a server does that does not know the receiver. */
export async function openMailSink({ refuses = false } = {}): Promise<MailSink> {
  const letters: string[] = [];
  const server = createServer((socket) => {
    let letter: string[] | null = null;
    let rest = "";
    socket.on("error", () => {});
    socket.write("220 sink\r\n");
    socket.on("data", (chunk) => {
      const lines = (rest + chunk.toString("utf8")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (letter === null) letter = answer(line);
        else if (line === ".") {
          letters.push(unfold(letter));
          letter = null;
          socket.write("250 kept\r\n");
        } else letter.push(line);
      }
    });
    const answer = (line: string): string[] | null => {
      const verb = line.slice(0, 4).toUpperCase();
      if (verb === "DATA") {
        socket.write("354 go on\r\n");
        return [];
      }
      if (verb === "QUIT") socket.end("221 bye\r\n");
      else socket.write(verb === "RCPT" && refuses ? "550 no such person\r\n" : "250 ok\r\n");
      return null;
    };
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const unfold = (lines: string[]): string =>
  lines
    .join("\n")
    .replace(/=\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
