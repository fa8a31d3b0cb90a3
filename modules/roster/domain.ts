/** Days on which something holds. Pure: days come in as ISO dates. */

/** Null: not said when it began; not said that it ends. */
export interface Days {
  fromOn: string | null;
  untilOn: string | null;
}

export const holdsOn = ({ fromOn, untilOn }: Days, day: string): boolean =>
  (fromOn === null || fromOn <= day) && (untilOn === null || untilOn >= day);
