/** Pages that improve with script say so in their handle (`{ script: true }`); every other page carries none and allows none. */
export const needsScript = (matches: readonly { handle?: unknown }[]): boolean =>
  matches.some((match) => (match.handle as { script?: boolean } | undefined)?.script === true);
