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

/** For the plan's steward: was my document read rightly, and what is still mine to decide? */
export function ReviewPage() {
  return (
    <Staff here="Documents" kind="bench">
      <form method="post">
        <Finding
          voice="desk"
          over="Room-to-grow-final.docx, loaded today at 9:40. Nothing is in the plan yet."
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
          Four lines are open, and one number can be read two ways
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
              Every word to the right stands in a line to the left. What was left aside stays here and can be placed at
              any time.
            </Note>
          </Pane>
          <Pane
            heading="What was read from it"
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
  line(62, "Strategies", { aside: "aside: list heading" }),
  line(63, "2.1 Greet every learner by name, every morning.", to("2.1")),
  line(64, "2.2 Call home on the second absence, in the language of the family.", to("2.2")),
  line(65, "How We Will Know", { aside: "aside: list heading" }),
  line(66, "Fewer students miss one day in ten: from 19.8% in June 2026 to 11% by June 2031.", to("2.A")),
  line(
    67,
    "Students in grades 5–12 who say that someone at school would miss them grow by 4% annually from 58% in October 2025.",
    { here: true, ...to("2.B") },
  ),
  line(68, "Improve belonging.", to("2.C")),
  line(69, "PRIORITY THREE: Every Graduate Leaves With a Way On", { heading: true, ...to("P3") }),
  line(70, "Strategies", { aside: "aside: list heading" }),
  line(71, "3.1 Check the credits of all ninth graders in November and in March.", to("3.1")),
  line(72, "3.2 One counselor for every 230 students.", to("3.2")),
  line(73, "(see also the annex on transportation)", { open: { word: "open", href: "?at=l73" } }),
  line(74, "How We Will Know", { aside: "aside: list heading" }),
  line(75, "Graduates with college credit, a trade credential or a signed apprenticeship: 71% to 90%.", to("3.A")),
  line(76, "•", { aside: "aside: stray mark" }),
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
  node("P1", 41, "Every Learner Reads to Learn by the End of Grade Three", { top: true }),
  node("P2", 60, "Every Learner Is Present, Known and Needed", {
    top: true,
    nodes: [
      node("2.1", 63, "Greet every learner by name, every morning."),
      node("2.2", 64, "Call home on the second absence, in the language of the family."),
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
  node("P3", 69, "Every Graduate Leaves With a Way On", {
    top: true,
    nodes: [
      node("3.1", 71, "Check the credits of all ninth graders in November and in March."),
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
          { term: "End date", value: "not in the document", missing: true },
          { term: "Instrument", value: "not in the document", missing: true },
        ]}
      />
      <RadioGroup
        small
        name="reading"
        legend="“4%” can be read two ways"
        defaultValue="open"
        options={[
          { value: "open", label: "Not chosen yet. The measure stays without a path" },
          { value: "points", label: "4 points a year: 62% in October 2026" },
          { value: "share", label: "4 percent of the value a year: 60.3% in October 2026" },
        ]}
      />
      <RadioGroup
        small
        name="conflict"
        legend="This contradicts line 142"
        defaultValue="open"
        options={[
          { value: "open", label: "Leave both values and ask the author" },
          {
            value: "67",
            label: (
              <>
                58% stands (<a href="#l67">line 67</a>, “from 58% in October 2025”)
              </>
            ),
          },
          { value: "142", label: "61% stands (line 142, “61% of students, fall 2025”)" },
        ]}
      />
    </>
  );
}
