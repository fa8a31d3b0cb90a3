/** How something ends that the file no longer has. */

export const ENDED = "greatest({today} - 1, from_on - 1)";
/** Not over, and not ended before it ever began. */
export const HERE = "(there.until_on is null or there.until_on >= greatest({today}, there.from_on))";
