import { ActionBar } from "#ui/action-bar/action-bar.tsx";
import { Button } from "#ui/button/button.tsx";
import { CountBar } from "#ui/count-bar/count-bar.tsx";
import { Facts } from "#ui/facts/facts.tsx";
import { Finding } from "#ui/finding/finding.tsx";
import { KeyHint } from "#ui/key-hint/key-hint.tsx";
import { Note } from "#ui/note/note.tsx";
import { Pair, Pane } from "#ui/pair/pair.tsx";
import { RadioGroup } from "#ui/radio-group/radio-group.tsx";
import { type SourceLine, SourceLines } from "#ui/source-lines/source-lines.tsx";
import { Tree, type TreeNode } from "#ui/tree/tree.tsx";
import { Staff } from "./frame.tsx";

/** A plan's steward asks: did it understand my document, and what does it want from me? */
export function ReviewPage() {
  return (
    <Staff here="Documents" kind="bench">
      <form method="post">
        <Finding
          voice="desk"
          over="Room-to-grow-final.docx, loaded today at 9:40. Still a draft."
          beside={
            <CountBar
              label="Lines of the document"
              total="of 188 lines"
              shares={[
                { kind: "placed", count: 151, word: "placed" },
                { kind: "aside", count: 33, word: "left aside" },
                { kind: "open", count: 4, word: "open" },
              ]}
            />
          }
        >
          Four lines wait for you, and one number has two meanings
        </Finding>
        <Pair>
          <Pane
            heading="The document"
            meta={
              <>
                lines 58 to 77 of 188 &nbsp; <a href="#l73">Next open line</a>
              </>
            }
          >
            <SourceLines label="Lines of the document" lines={lines} />
            <Note>
              No word was added: whatever is at the right was taken from a line at the left. A line that was left aside
              can still be used.
            </Note>
          </Pane>
          <Pane
            heading="The plan in it"
            meta={
              <>
                4 priorities, 9 strategies, 7 measures &nbsp; <a href="#reading">2 warnings</a>
              </>
            }
          >
            <Tree label="The plan as it was read" nodes={nodes} />
          </Pane>
        </Pair>
        <ActionBar
          aside={
            <KeyHint
              label="Keys that work here"
              hints={[
                { keys: ["J", "K"], does: "down, up" },
                { keys: ["O"], does: "open line" },
                { keys: ["W"], does: "warning" },
                { keys: ["?"], does: "all keys" },
              ]}
            />
          }
        >
          <Button first name="do" value="keep" hotkey="Enter">
            Keep as read
          </Button>
          <Button name="do" value="move" hotkey="M">
            Change place
          </Button>
          <Button name="do" value="aside" hotkey="A">
            Set aside
          </Button>
          <Button name="do" value="undo" hotkey="U">
            Undo
          </Button>
        </ActionBar>
      </form>
    </Staff>
  );
}

const to = (code: string) => ({ to: { code, href: `#e${code}` } });
const line = (number: number, text: string, rest: Partial<SourceLine> = {}): SourceLine => ({
  id: `l${number}`,
  number,
  text,
  ...rest,
});

const lines: SourceLine[] = [
  line(58, "Room to Grow · Haywater Public Schools", { aside: "aside: running head" }),
  line(59, "4", { aside: "aside: page number" }),
  line(60, "PRIORITY TWO: Every Learner Is Present, Known and Needed", { heading: true, ...to("P2") }),
  line(61, "A learner who is missed comes back. A learner who is needed comes early.", to("P2")),
  line(62, "Strategies", { aside: "aside: label" }),
  line(63, "2.1 Greet every learner by name, every morning.", to("2.1")),
  line(64, "2.2 Phone the family in its own language before a third day is missed.", to("2.2")),
  line(65, "How We Will Know", { aside: "aside: label" }),
  line(66, "Fewer students miss one day in ten: from 19.8% in June 2026 to 11% by June 2031.", to("2.A")),
  line(
    67,
    "Students in grades 5–12 who say that someone at school would miss them grow by 4% annually from 58% in October 2025.",
    { here: true, ...to("2.B") },
  ),
  line(68, "Improve belonging.", to("2.C")),
  line(69, "PRIORITY THREE: Every Graduate Has a Way On", { heading: true, ...to("P3") }),
  line(70, "Strategies", { aside: "aside: label" }),
  line(71, "3.1 Sit down with each ninth grader twice a year and count credits.", to("3.1")),
  line(72, "3.2 One counselor for every 230 students.", to("3.2")),
  line(73, "(see also the annex on transportation)", { open: { word: "open", href: "?at=l73" } }),
  line(74, "How We Will Know", { aside: "aside: label" }),
  line(75, "Graduates with college credit, a trade credential or a signed apprenticeship: 71% to 90%.", to("3.A")),
  line(76, "•", { aside: "aside: bullet" }),
  line(77, "PRIORITY FOUR: Colleagues Who Stay", { heading: true, ...to("P4") }),
];

const node = (code: string, at: number, text: string, rest: Partial<TreeNode> = {}): TreeNode => ({
  id: `e${code}`,
  code,
  text,
  href: `?at=${code}`,
  place: { href: `#l${at}`, text: `line ${at}` },
  ...rest,
});

const nodes: TreeNode[] = [
  node("P1", 41, "Every Learner Reads to Learn Before Grade Four", { top: true }),
  node("P2", 60, "Every Learner Is Present, Known and Needed", {
    top: true,
    nodes: [
      node("2.1", 63, "Greet every learner by name, every morning."),
      node("2.2", 64, "Phone the family in its own language before a third day is missed."),
      node("2.A", 66, "Fewer students miss one day in ten: from 19.8% in June 2026 to 11% by June 2031."),
      node(
        "2.B",
        67,
        "Students in grades 5–12 who say that someone at school would miss them grow by 4% annually from 58% in October 2025.",
        { here: true, detail: <Detail /> },
      ),
      node("2.C", 68, "Improve belonging.", { lacks: "(no number, no date)" }),
    ],
  }),
  node("P3", 69, "Every Graduate Has a Way On", {
    top: true,
    nodes: [
      node("3.1", 71, "Sit down with each ninth grader twice a year and count credits."),
      node("3.2", 72, "One counselor for every 230 students."),
      node("3.A", 75, "Graduates with college credit, a trade credential or a signed apprenticeship: 71% to 90%.", {
        lacks: "(no dates)",
      }),
    ],
  }),
  node("P4", 77, "Colleagues Who Stay", { top: true }),
];

function Detail() {
  return (
    <>
      <Facts
        items={[
          { term: "Who", value: "students in grades 5–12" },
          { term: "Start", value: "58%, October 2025" },
          { term: "Target", value: "by 4% annually" },
          { term: "End date", value: "the document does not say", missing: true },
          { term: "Instrument", value: "the document does not say", missing: true },
        ]}
      />
      <RadioGroup
        small
        name="reading"
        legend="What does “4%” mean here?"
        defaultValue="open"
        options={[
          { value: "open", label: "I do not know yet" },
          { value: "points", label: "four points more each year: 62% in October 2026" },
          { value: "share", label: "a twenty-fifth more each year: 60.3% in October 2026" },
        ]}
      />
      <RadioGroup
        small
        name="conflict"
        legend="Line 142 gives another start"
        defaultValue="open"
        options={[
          { value: "open", label: "Keep both until the author has answered" },
          {
            value: "67",
            label: (
              <>
                58% is right, as <a href="#l67">line 67</a> has it
              </>
            ),
          },
          { value: "142", label: "61% is right, as line 142 has it" },
        ]}
      />
    </>
  );
}
