import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type RedlinePiece, redline, saysSomething } from "./redline.ts";
import { keptOf } from "./shortest-edit.ts";

/** [-struck out-]{+written in+} */
const marked = (old: string, now: string): string =>
  redline(old, now)
    .map(({ is, text }) => (is === "kept" ? text : is === "deleted" ? `[-${text}-]` : `{+${text}+}`))
    .join("");

const joined = (pieces: readonly RedlinePiece[], is: RedlinePiece["is"]): string =>
  pieces
    .filter((piece) => piece.is === "kept" || piece.is === is)
    .map(({ text }) => text)
    .join("");

describe("a redline", () => {
  test("marks the words that changed, with their numbers whole", () => {
    expect(marked("Rise from 44.5% in May 2026 to 65% by 2031", "Rise from 47.2% in May 2026 to 65% by 2032")).toBe(
      "Rise from [-44.5-]{+47.2+}% in May 2026 to 65% by [-2031-]{+2032+}",
    );
    expect(marked("Lend books to every family", "Lend good books to every family")).toBe(
      "Lend {+good +}books to every family",
    );
    expect(marked("Know every family’s name", "Know every student’s name")).toBe(
      "Know every [-family’s-]{+student’s+} name",
    );
  });

  test("keeps no lone space and no small word between two changes", () => {
    expect(marked("Teach phonics in classrooms", "Teach algebra in kitchens")).toBe(
      "Teach [-phonics in classrooms-]{+algebra in kitchens+}",
    );
    expect(marked("Leer con la familia", "Sumar con la abuela")).toBe("[-Leer con la familia-]{+Sumar con la abuela+}");
  });

  test("keeps the ends of lines, so that paragraphs stay side by side", () => {
    expect(marked("Read daily.\nSing.", "Write often.\nDance.")).toBe(
      "[-Read daily-]{+Write often+}.\n[-Sing-]{+Dance+}.",
    );
  });

  test("begins a change where a line, a sentence or a word begins", () => {
    expect(marked("Goal 1: Read\nGoal 3: Write", "Goal 1: Read\nGoal 2: Sing\nGoal 3: Write")).toBe(
      "Goal 1: Read\n{+Goal 2: Sing\n+}Goal 3: Write",
    );
    expect(marked("We saw the dog. The bird ate. The fish swam.", "We saw the dog. The fish swam.")).toBe(
      "We saw the dog. [-The bird ate. -]The fish swam.",
    );
    expect(marked("Read books", "Read good books")).toBe("Read {+good +}books");
    expect(marked("Read", "Read well")).toBe("Read{+ well+}");
  });

  test("marks single characters where no spaces divide words", () => {
    expect(marked("每个学生都阅读", "每个孩子都阅读")).toBe("每个[-学生-]{+孩子+}都阅读");
  });

  test("of the same text, or of none, marks nothing", () => {
    expect(redline("", "")).toEqual([]);
    expect(redline("Read.", "Read.")).toEqual([{ is: "kept", text: "Read." }]);
    expect(redline("", "Read.")).toEqual([{ is: "inserted", text: "Read." }]);
    expect(redline("Read.", "")).toEqual([{ is: "deleted", text: "Read." }]);
  });
});

const prose = fc
  .array(
    fc.constantFrom(
      "read",
      "every",
      "child",
      "the",
      "of",
      "44%",
      " ",
      " ",
      "  ",
      "\n",
      ",",
      ".",
      "’",
      "学",
      "👩‍🏫",
      "\ud800",
    ),
  )
  .map((some) => some.join(""));
const text = fc.oneof(prose, fc.string(), fc.string({ unit: "binary" }));

test("whatever was written, the pieces give back both texts to the character, and each is worth reading", () => {
  fc.assert(
    fc.property(text, text, (old, now) => {
      const pieces = redline(old, now);
      expect(joined(pieces, "deleted")).toBe(old);
      expect(joined(pieces, "inserted")).toBe(now);
      pieces.forEach(({ is, text: words }, at) => {
        expect(words).not.toBe("");
        expect(pieces[at + 1]?.is).not.toBe(is);
        if (is === "deleted") expect(pieces[at - 1]?.is).not.toBe("inserted");
        const isBetween = is === "kept" && at > 0 && at < pieces.length - 1;
        if (isBetween) expect(words.includes("\n") || saysSomething(words)).toBe(true);
      });
    }),
    { seed: 20261122, numRuns: 2000 },
  );
});

describe("the shortest edit", () => {
  const symbols = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 24 }).map((some) => Int32Array.from(some));
  const keptIn = (all: Int32Array, flags: Uint8Array) => all.filter((_, at) => flags[at] === 1);

  test("keeps a longest common part, the same on both sides", () => {
    fc.assert(
      fc.property(symbols, symbols, (old, now) => {
        const kept = keptOf(old, now, 1_000_000);
        expect(keptIn(old, kept.old)).toEqual(keptIn(now, kept.now));
        expect(keptIn(old, kept.old).length).toBe(longestCommon(old, now));
      }),
      { seed: 20261122, numRuns: 3000 },
    );
  });

  test("keeps a common part still when the work runs out", () => {
    fc.assert(
      fc.property(symbols, symbols, fc.integer({ min: 0, max: 60 }), (old, now, work) => {
        const kept = keptOf(old, now, work);
        expect(keptIn(old, kept.old)).toEqual(keptIn(now, kept.now));
      }),
      { seed: 20261122, numRuns: 3000 },
    );
  });
});

/** By the book: slow, and certain. */
function longestCommon(old: Int32Array, now: Int32Array): number {
  let row = new Array<number>(now.length + 1).fill(0);
  for (const symbol of old) {
    const next = [0];
    now.forEach((other, at) => {
      next.push(symbol === other ? row[at]! + 1 : Math.max(row[at + 1]!, next[at]!));
    });
    row = next;
  }
  return row.at(-1)!;
}

describe("two long texts", () => {
  const written = (words: number, said: (at: number) => string): string =>
    Array.from({ length: words }, (_, at) => said(at)).join(" ");
  test("that have nothing but spaces in common are compared", () => {
    const [old, now] = [written(6000, (at) => `old${at}`), written(6000, (at) => `new${at}`)];
    expect(old.length).toBeGreaterThan(40_000);
    expect(redline(old, now).map(({ is }) => is)).toEqual(["deleted", "inserted"]);
  });

  test("that share half of their words are compared, and what they share is found", () => {
    const old = written(8000, (at) => `w${at}`);
    const now = written(8000, (at) => (Math.floor(at / 40) % 2 === 0 ? `w${at}` : `x${at}`));
    const kept = redline(old, now).filter(({ is }) => is === "kept");
    expect(kept.length).toBe(100);
  });
});
