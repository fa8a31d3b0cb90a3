/** The register as one table, a row for each change, to be opened in a spreadsheet. Pure. */
import { csvRow } from "#lib/csv/row.ts";
import type { AdoptionRecord } from "../adoption/queries.ts";
import type { Change, Name, Place } from "../text/changes.ts";
import { type Codes, codesOf, wordsOf } from "./changed-element.ts";
import { type Choice, isOfClass, isOfElement, isOfYear } from "./changes-choice.ts";
import { decisionView } from "./present-changes.ts";
import type { RegisterRows } from "./read-changes.ts";

const COLUMNS = [
  ...["date", "version", "decided by", "type", "for", "against", "abstaining", "names against", "names abstaining"],
  ...["reason", "change", "part", "address", "code", "name", "field", "old", "new"],
];

/** The newest decision first. Begins with a byte order mark, without which some spreadsheets take UTF-8 for something else. */
export function changesCsv({ text, adoptions }: Pick<RegisterRows, "text" | "adoptions">, choice: Choice): string {
  const all = adoptions.flatMap(({ amendment }) => amendment?.changes ?? []);
  const codes = codesOf(text, all);
  const rows = adoptions
    .filter(({ decidedOn }) => isOfYear(choice, decidedOn))
    .toReversed()
    .flatMap((adoption) => {
      const asked = (adoption.amendment?.changes ?? []).filter(
        (change) => isOfElement(choice, change) && isOfClass(choice, change),
      );
      const decided = decidedCells(adoption);
      return asked.map((change) => [...decided, ...changeCells(change, codes)]);
    });
  return `\uFEFF${[COLUMNS, ...rows].map(csvRow).join("")}`;
}

type Cell = string | number | null;

function decidedCells(adoption: AdoptionRecord): Cell[] {
  const { n, on, by, votes } = decisionView(adoption);
  const counts = votes === null ? [null, null, null] : [votes.yes, votes.no, votes.abstained];
  const names = [votes?.against.join("; ") ?? null, votes?.abstaining.join("; ") ?? null];
  return [on, n, by, adoption.amendment?.type ?? null, ...counts, ...names, adoption.amendment?.reason ?? null];
}

function changeCells(change: Change, codes: Codes): Cell[] {
  const { element, address, name } = change;
  const said = (name.now ?? name.old) as Name;
  return [change.class, element, address, said.code, said.text, ...saidCells(change, codes)];
}

function saidCells(change: Change, codes: Codes): Cell[] {
  const under = ({ parent }: Place) => (parent === null ? null : (codes.get(parent) ?? parent));
  switch (change.kind) {
    case "added":
      return [null, null, change.name.now?.text ?? null];
    case "dropped":
      return [null, change.name.old?.text ?? null, null];
    case "moved":
      return ["under", under(change.old), under(change.now)];
    case "changed": {
      const { field, old, now } = change;
      return [field, wordsOf(field, old, codes), wordsOf(field, now, codes)];
    }
  }
}
