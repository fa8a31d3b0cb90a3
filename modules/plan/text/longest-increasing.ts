/**
 * Where a longest strictly increasing run through the numbers stands: their indices, first to last. What keeps its order in a
 * list that was rearranged is such a run; all else was moved. O(n log n).
 */
export function longestIncreasing(numbers: readonly number[]): number[] {
  /** At `length - 1`: the index where the best run of that length ends, best being the smallest end. */
  const ends: number[] = [];
  const previous: number[] = [];
  numbers.forEach((number, at) => {
    const length = countBelow(ends, number, numbers);
    previous[at] = length === 0 ? -1 : (ends[length - 1] as number);
    ends[length] = at;
  });
  const run: number[] = [];
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] as number) run.push(at);
  return run.reverse();
}

/** How many of the runs end below the number: their ends increase, so by halves. */
function countBelow(ends: readonly number[], number: number, numbers: readonly number[]): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[ends[middle] as number] as number) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
