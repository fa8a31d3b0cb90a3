/** Connection errors of PostgreSQL: class 08, and those of a server that goes down or comes up. */
const OF_POSTGRES = /^(08\w{3}|57P0[1-3])$/;
const OF_SOCKETS = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "ENOTFOUND", "ETIMEDOUT", "EHOSTUNREACH"];

/** Whether an error says that the database went away in the middle of the work, which is no bug of the program's. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isConnectionLost);
  const { code = "", syscall, message = "" } = error as { code?: string; syscall?: string; message?: string };
  return (
    OF_POSTGRES.test(code) ||
    OF_SOCKETS.includes(code) ||
    (code === "ENOENT" && syscall === "connect") ||
    message.startsWith("Connection terminated")
  );
}
