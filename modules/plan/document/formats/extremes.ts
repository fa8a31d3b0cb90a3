// Math.min and Math.max take their values as arguments, and a page of a hostile file has more of them than a call may have.

/** The smallest of the values; infinite if there are none. */
export const least = (values: Iterable<number>): number => {
  let found = Number.POSITIVE_INFINITY;
  for (const value of values) if (value < found) found = value;
  return found;
};

/** The largest of the values; minus infinite if there are none. */
export const most = (values: Iterable<number>): number => {
  let found = Number.NEGATIVE_INFINITY;
  for (const value of values) if (value > found) found = value;
  return found;
};
