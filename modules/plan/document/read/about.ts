import { type LabelHead, readLabelHead } from "./label.ts";

const JOINT = /(?:\s(?:for|to|of|under|towards?|supporting|on)\s+|\s?[:–—]\s*|\s-\s+|\s\()(?=[A-Z])/g;

/** Whose list a heading says that it opens: "Success Measures for Focus Area 1", "Action Plan – Objective 2". */
export function aboutOf(text: string): LabelHead | null {
  for (const joint of text.matchAll(JOINT)) {
    const from = joint.index + joint[0].length;
    const head = readLabelHead(text.slice(from));
    if (head?.code && head.meaning.is === "level" && /^[\s):.]*$/.test(text.slice(from + head.codeEnd))) return head;
  }
  return null;
}

/** True if the line names several nodes and says nothing of them: "Pillar 1     Pillar 2     Pillar 3". */
export function isRowOfLabels(text: string): boolean {
  let [at, count, core] = [0, 0, ""];
  while (at < text.length) {
    const head = readLabelHead(text.slice(at));
    if (!head?.code || (core !== "" && head.core !== core)) return false;
    core = head.core;
    count++;
    at += head.codeEnd;
    at += /^[\s,;|•·/&]*/.exec(text.slice(at))![0].length;
  }
  return count > 1;
}
