// Invented plans of any length, the same ones for the same seed, to time the reading of documents.
import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from "pdf-lib";

const SUBJECTS = "reading mathematics science writing attendance belonging music safety health technology".split(" ");
const VERBS = "Strengthen Expand Review Support Introduce Measure Simplify Celebrate Coordinate Protect".split(" ");
const WHAT =
  "the weekly team meetings|a common assessment in every grade|partnerships with families|coaching for new teachers|the summer program|small-group instruction|the schedule for intervention|materials in home languages|the report to the board|student voice in each school".split(
    "|",
  );
const WHO =
  "every school|all elementary schools|grades three through five|the high school|first-year teachers|multilingual learners".split(
    "|",
  );

/** Numbers from 0 up to, and without, `below`: the same row of them for the same seed. */
function numbers(seed: number): (below: number) => number {
  let state = (seed % 2_147_483_646) + 1;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

/** The paragraphs of a plan without end: goals with strategies, actions and measures. */
function* paragraphs(seed: number): Generator<{ level: 0 | 1 | 2 | 3; text: string }> {
  const next = numbers(seed);
  const of = (words: readonly string[]): string => words[next(words.length)]!;
  for (let goal = 1; ; goal++) {
    yield { level: 0, text: `Goal ${goal}: Every student grows in ${of(SUBJECTS)}` };
    for (let strategy = 1; strategy <= 2 + next(3); strategy++) {
      yield { level: 1, text: `${goal}.${strategy} ${of(VERBS)} ${of(WHAT)} in ${of(WHO)}` };
      for (let action = 0; action < 2 + next(4); action++) {
        const code = `${goal}.${strategy}${String.fromCharCode(65 + action)}`;
        const reason = `so that ${of(SUBJECTS)} and ${of(SUBJECTS)} improve for ${of(WHO)} by June ${2026 + next(5)}.`;
        yield { level: 2, text: `${code} – ${of(VERBS)} ${of(WHAT)} for ${of(WHO)}, ${reason}` };
      }
      const from = 30 + next(40);
      const share = `The share of students at benchmark in ${of(SUBJECTS)} will rise from ${from}% to ${from + 5 + next(20)}%`;
      yield { level: 3, text: `• ${share} by spring ${2027 + next(4)} in ${of(WHO)}.` };
    }
  }
}

/** A plan as plain text of at least so many bytes, cut at the end of a line. */
export function planText(bytes: number, seed = 1): string {
  const lines: string[] = [];
  let length = 0;
  for (const { level, text } of paragraphs(seed)) {
    if (length >= bytes) break;
    const line = level === 0 ? `\n${text}\n` : `${"  ".repeat(level - 1)}${text}`;
    lines.push(line);
    length += line.length + 1;
  }
  return lines.join("\n");
}

/** A plan as a pdf of so many pages, with running header, page numbers and wrapped lines. */
export async function planPdf(pages: number, seed = 1): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const plain = await pdf.embedFont(StandardFonts.Helvetica);
  const bold = await pdf.embedFont(StandardFonts.HelveticaBold);
  const source = paragraphs(seed);
  for (let number = 1; number <= pages; number++) {
    const page = pdf.addPage([612, 792]);
    page.drawText("Invented district · Strategic plan", { x: 72, y: 752, size: 9, font: plain });
    page.drawText(`Page ${number} of ${pages}`, { x: 280, y: 32, size: 9, font: plain });
    for (let y = 712; y > 110; ) {
      const { level, text } = source.next().value!;
      y = draw(page, text, level, y, level === 0 ? bold : plain);
    }
  }
  return pdf.save();
}

function draw(page: PDFPage, text: string, level: number, top: number, font: PDFFont): number {
  const size = level === 0 ? 16 : 11;
  const x = 72 + Math.max(0, level - 1) * 18;
  let y = level === 0 ? top - 10 : top;
  let line = "";
  const print = (): void => {
    page.drawText(line, { x, y, size, font });
    y -= size * 1.3;
  };
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (font.widthOfTextAtSize(longer, size) <= 540 - x) line = longer;
    else {
      print();
      line = word;
    }
  }
  print();
  return y - 4;
}
