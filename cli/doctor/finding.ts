/** What the doctor finds: in order, worth knowing, or wrong; and what to do where it is wrong. */
export interface Finding {
  state: "well" | "note" | "WRONG";
  what: string;
}

export const well = (what: string): Finding => ({ state: "well", what });
export const note = (what: string): Finding => ({ state: "note", what });
export const wrong = (what: string): Finding => ({ state: "WRONG", what });
