import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvRow } from "./row.ts";

test("no cell becomes a formula in a spreadsheet", () => {
  const hostile = ["=1+1", "+1", "-5%", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"];
  for (const cell of parse(csvRow(hostile))[0] as string[]) expect(cell).toMatch(/^'/);
});

test("every other cell is read again as it was written, by another program's reader", () => {
  const cells = fc.array(
    fc.string({ unit: "grapheme" }).filter((cell) => !/^[=+\-@\t\r\n＝＋－＠]/.test(cell)),
    { minLength: 2, maxLength: 6 },
  );
  fc.assert(
    fc.property(cells, (row) => {
      expect(parse(csvRow(row))).toEqual([row]);
    }),
  );
});
